'use client';
import { ownPath } from '@/lib/own-path.ts';

/** What became of a try to sign in: on the way (null), words for the person, or that they have to wait until a moment. */
export type SignInProblem = { message: string } | { waitUntil: Date } | null;

const UNREACHABLE = 'The server could not be reached. Check your connection and try again.';

const INVITATION = /^\/invitations\/([\w-]{43})$/;

/** The other form, with the way back, and with the invitation somebody came by. */
export function withCallback(path: '/sign-in' | '/sign-up', callbackUrl: string | undefined): string {
  if (!callbackUrl) return path;
  const query = new URLSearchParams({ callbackUrl });
  const token = INVITATION.exec(callbackUrl)?.[1];
  if (token && path === '/sign-up') query.set('invitation', token);
  return `${path}?${query}`;
}

/**
 * Posts to one of NextAuth's ways to sign in, with its token against forged requests; when it was right the browser goes
 * to `callbackUrl`, if that is a path of ours. The server decides whether a code is asked for on the way.
 */
async function signInBy(
  provider: 'credentials' | 'second-factor',
  fields: Record<string, string>,
  callbackUrl: string | undefined,
  words: Record<string, string>,
): Promise<SignInProblem> {
  try {
    const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
    const response = await fetch(`/api/auth/callback/${provider}`, {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, json: 'true', ...fields }),
    });
    const wait = Number(response.headers.get('retry-after'));
    if (response.status === 429) return { waitUntil: new Date(Date.now() + wait * 1_000) };
    const { url } = (await response.json()) as { url: string };
    const error = new URL(url, window.location.origin).searchParams.get('error');
    if (error) return { message: words[error] ?? 'Signing in is not possible right now. Try again shortly.' };
    if (!response.ok) return { message: UNREACHABLE };
  } catch {
    return { message: UNREACHABLE };
  }
  window.location.assign(ownPath(callbackUrl, window.location.origin));
  return null;
}

export const signInWithPassword = (
  email: string,
  password: string,
  callbackUrl?: string,
): Promise<SignInProblem> =>
  signInBy('credentials', { email, password }, callbackUrl, {
    CredentialsSignin: 'This email address and password do not belong together.',
  });

export const signInWithCode = (code: string, callbackUrl?: string): Promise<SignInProblem> =>
  signInBy('second-factor', { code }, callbackUrl, {
    CredentialsSignin: 'This code is not right, or was used already. Wait for the next one and try again.',
    CodeTooLate: 'That took too long. Sign in again, then give the code within ten minutes.',
  });

/** Why one came back from Google without being signed in. */
export function googleProblem(error: string): string {
  if (error === 'GoogleUnverified')
    return 'Google has not confirmed that this address is yours. Confirm it at Google, or use your password here.';
  if (error === 'GoogleVerifyFirst')
    return 'There is an account with this address, but nobody has confirmed the address yet. Sign in with your password, confirm the address, and then connect Google on the page “Your account”.';
  if (error === 'GoogleNotInvited')
    return 'There is no account with this address, and this server makes accounts by invitation only. Ask whoever invited you.';
  if (error === 'GoogleTaken') return 'This Google account is connected to another account already.';
  return 'That did not work. Try again, or use your email address and password.';
}
