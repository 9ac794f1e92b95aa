import { parseCookie } from 'cookie';
import { decode, type JWT } from 'next-auth/jwt';
import { getEnv } from '../env.ts';

const COOKIE_NAMES = ['__Secure-next-auth.session-token', 'next-auth.session-token'];

/**
 * What the session cookie of a Cookie header says, by NextAuth's signed and encrypted token; null when there is none, or
 * it is not ours or too old. It names a session and is worth nothing without one: `features/auth/sessions.service.ts` looks.
 */
export async function readToken(cookieHeader: string | null | undefined): Promise<JWT | null> {
  if (!cookieHeader) return null;
  const cookies = parseCookie(cookieHeader);
  for (const name of COOKIE_NAMES) {
    const token = cookies[name] ?? joinChunks(cookies, name);
    if (!token) continue;
    const claims = await decode({ token, secret: getEnv().authSecret }).catch(() => null);
    if (claims) return claims;
  }
  return null;
}

/** NextAuth splits a long token over cookies name.0, name.1 … */
function joinChunks(cookies: Record<string, string | undefined>, name: string): string {
  let token = '';
  for (let i = 0; cookies[`${name}.${i}`] !== undefined; i += 1) token += cookies[`${name}.${i}`];
  return token;
}

/** Whether a browser page at `origin` may use cookies here: our own address, as the request or the settings name it. */
export function isOwnOrigin(origin: string | null | undefined, host: string | null | undefined): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  const { host: originHost, origin: normalised } = new URL(origin);
  return originHost === host || normalised === new URL(getEnv().appUrl).origin;
}
