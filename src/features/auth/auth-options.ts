import type { NextAuthOptions } from 'next-auth';
import CredentialsModule from 'next-auth/providers/credentials';
import GoogleModule from 'next-auth/providers/google';
import { getEnv } from '../../env.ts';
import { ownPath } from '../../lib/own-path.ts';
import { writeAccountAudit } from '../../server/audit.ts';
import type { Client } from '../../server/client.ts';
import { type AppError, toAppError } from '../../server/errors.ts';
import { log } from '../../server/log.ts';
import { codeSchema, currentPasswordSchema } from './account.schema.ts';
import type { User } from './auth.repository.ts';
import { emailSchema } from './auth.schema.ts';
import { checkPassword, checkSecondFactor } from './auth.service.ts';
import { type GoogleProfile, linkGoogle, takeGoogleIntent, userFromGoogle } from './google.service.ts';
import { halfSignedIn, halfSignedInToken, isAskedForCode } from './half-signed-in.ts';
import { endSession, openSession, SESSION_SECONDS, sessionFromCookie } from './sessions.service.ts';

/** NextAuth's providers are CommonJS: Node hands the module over, a bundler its default. */
const defaultOf = <T>(module: T | { default: T }): T =>
  typeof module === 'object' && module !== null && 'default' in module ? module.default : (module as T);
const Credentials = defaultOf(CredentialsModule);
const Google = defaultOf(GoogleModule);

interface AuthRequest {
  cookie: string | null;
  client: Client;
  /** Told why a guess was not even looked at, so that the answer can say it as HTTP does. */
  onRefusal(refusal: AppError): void;
}

/**
 * NextAuth's configuration for one request. Its cookie is a token (signing in with a password allows no other), which
 * names a session (`sid`) in the database: that alone says whether somebody is signed in, and where. Until the second
 * factor is shown the token names none, whichever way the first was (`half-signed-in.ts`).
 */
export function authOptions({ cookie, client, onRefusal }: AuthRequest): NextAuthOptions {
  const { authSecret, google, appUrl } = getEnv();
  /** Who signs in with Google, as decided before the token is made. */
  let googleUserId: string | null = null;

  /** What the page is told of a guess: a user, null, or a word for why it was not looked at. */
  async function guess(check: () => Promise<User | null>) {
    try {
      const user = await check();
      return user && { id: user.id };
    } catch (error) {
      const refusal = toAppError(error);
      if (refusal.code === 'INTERNAL') log().error({ err: refusal.cause }, 'Signing in failed');
      onRefusal(refusal);
      throw new Error(refusal.code === 'RATE_LIMITED' ? 'TooMany' : 'Unavailable');
    }
  }

  /** Where to go on from Google: true to sign in, else a page that says what happened. */
  async function comeBackFromGoogle(profile: GoogleProfile): Promise<true | string> {
    const session = await sessionFromCookie(cookie, client);
    if (session && (await takeGoogleIntent(session.userId, session.sessionId))) {
      const refusal = await linkGoogle(session.userId, profile);
      return `${appUrl}/settings/account?google=${refusal ?? 'connected'}`;
    }
    const answer = await userFromGoogle(profile);
    if ('refusal' in answer) return `${appUrl}/sign-in?error=${answer.refusal}`;
    googleUserId = answer.userId;
    return true;
  }

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
          const password = currentPasswordSchema.safeParse(credentials?.password);
          if (!email.success || !password.success) return null;
          return guess(() => checkPassword(email.data, password.data, client));
        },
      }),
      Credentials({
        id: 'second-factor',
        credentials: { code: { type: 'text' } },
        async authorize(credentials) {
          const code = codeSchema.safeParse(credentials?.code);
          const userId = await halfSignedIn(cookie);
          if (userId === null) throw new Error('CodeTooLate');
          if (!code.success) return null;
          return guess(() => checkSecondFactor(userId, code.data, client));
        },
      }),
      ...(google
        ? [
            Google({
              clientId: google.id,
              clientSecret: google.secret,
              issuer: google.issuer,
              wellKnown: `${google.issuer}/.well-known/openid-configuration`,
              checks: ['pkce', 'state', 'nonce'],
            }),
          ]
        : []),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => baseUrl + ownPath(url, baseUrl),
      signIn: ({ account, profile }) => {
        if (account?.provider !== 'google') return true;
        return comeBackFromGoogle({
          sub: account.providerAccountId,
          email: profile?.email ?? '',
          emailVerified:
            profile !== undefined && 'email_verified' in profile && profile.email_verified === true,
          name: profile?.name ?? profile?.email ?? 'Somebody',
        });
      },
      async jwt({ token, user, account }) {
        if (!user) {
          // NextAuth takes the cookie away when this throws.
          if (!(await sessionFromCookie(cookie, client))) throw new Error('This session has ended.');
          return token;
        }
        const id = googleUserId ?? user.id;
        if (account?.provider !== 'second-factor' && (await isAskedForCode(id))) return halfSignedInToken(id);
        const sid = await openSession(id, client);
        await writeAccountAudit(id, { action: 'account.signIn', client });
        return { sub: id, sid };
      },
    },
    events: {
      async signOut() {
        const session = await sessionFromCookie(cookie, client);
        if (!session) return;
        await endSession(session.userId, session.sessionId);
        await writeAccountAudit(session.userId, { action: 'account.signOut', client });
      },
    },
  };
}
