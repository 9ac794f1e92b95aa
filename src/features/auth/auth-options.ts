import type { NextAuthOptions } from 'next-auth';
import CredentialsModule from 'next-auth/providers/credentials';
import GoogleModule from 'next-auth/providers/google';
import { getEnv } from '../../env.ts';
import { firstWorkspaceOf } from '../workspaces/workspaces.service.ts';
import { emailSchema } from './auth.schema.ts';
import { checkPassword, userFromGoogle } from './auth.service.ts';

/** NextAuth's providers are CommonJS: Node hands the module over, a bundler its default. */
const defaultOf = <T>(module: T | { default: T }): T =>
  typeof module === 'object' && module !== null && 'default' in module ? module.default : (module as T);
const Credentials = defaultOf(CredentialsModule);
const Google = defaultOf(GoogleModule);

/** NextAuth's configuration, made on first use because it reads the settings. */
export function authOptions(): NextAuthOptions {
  const { authSecret, google } = getEnv();
  return {
    secret: authSecret,
    session: { strategy: 'jwt', maxAge: 30 * 86_400 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials) {
          const email = emailSchema.safeParse(credentials?.email);
          if (!email.success || !credentials?.password || credentials.password.length > 200) return null;
          return checkPassword(email.data, credentials.password);
        },
      }),
      ...(google ? [Google({ clientId: google.id, clientSecret: google.secret })] : []),
    ],
    callbacks: {
      signIn: ({ account, profile }) => {
        if (account?.provider !== 'google') return true;
        return Boolean(
          profile && 'email_verified' in profile && profile.email_verified === true && profile.email,
        );
      },
      async jwt({ token, user, account, profile }) {
        if (!user) return token;
        const id =
          account?.provider === 'google' && profile?.email
            ? (
                await userFromGoogle({
                  sub: account.providerAccountId,
                  email: profile.email,
                  name: profile.name ?? profile.email,
                })
              ).id
            : user.id;
        return { ...token, sub: id, workspaceId: await firstWorkspaceOf(id) };
      },
    },
  };
}
