import type { NextAuthOptions } from 'next-auth';
import CredentialsModule from 'next-auth/providers/credentials';
import GoogleModule from 'next-auth/providers/google';
import { getEnv } from '../../env.ts';
import type { Client } from '../../server/client.ts';
import { log } from '../../server/log.ts';
import { emailSchema } from './auth.schema.ts';
import { checkPassword, userFromGoogle } from './auth.service.ts';
import { endSession, findSession, openSession, SESSION_SECONDS } from './sessions.service.ts';

/** NextAuth's providers are CommonJS: Node hands the module over, a bundler its default. */
const defaultOf = <T>(module: T | { default: T }): T =>
  typeof module === 'object' && module !== null && 'default' in module ? module.default : (module as T);
const Credentials = defaultOf(CredentialsModule);
const Google = defaultOf(GoogleModule);

/**
 * NextAuth's configuration for one request. Its cookie is a token (signing in with a password allows no other), which
 * names a session (`sid`) in the database: that alone says whether somebody is signed in, and where.
 */
export function authOptions(client: Client): NextAuthOptions {
  const { authSecret, google } = getEnv();
  return {
    secret: authSecret,
    logger: {
      // An ended session is no error of ours, and everything else belongs into our log.
      error: (code, metadata) =>
        code === 'JWT_SESSION_ERROR'
          ? log().debug({ code }, 'A cookie names a session that has ended')
          : log().error({ code, err: 'error' in metadata ? metadata.error : metadata }, 'Signing in failed'),
      warn: (code) => log().debug({ code }, 'Warning of NextAuth'),
      debug: () => {},
    },
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
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
        if (!user) {
          // NextAuth takes the cookie away when this throws.
          if (!(await sessionOf(token, client))) throw new Error('This session has ended.');
          return token;
        }
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
        return { sub: id, sid: await openSession(id, client) };
      },
    },
    events: {
      async signOut({ token }) {
        const session = await sessionOf(token, client);
        if (session) await endSession(session.userId, session.sessionId);
      },
    },
  };
}

const sessionOf = (token: { sub?: unknown; sid?: unknown }, client: Client) =>
  typeof token?.sub === 'string' && typeof token.sid === 'string'
    ? findSession(token.sub, token.sid, client)
    : null;
