'use client';
import { signIn } from 'next-auth/react';

const HOME = '/dashboard';

/** Only paths of our own: a link may not lead a freshly signed-in person elsewhere. */
export function ownPath(callbackUrl: string | undefined): string {
  if (!callbackUrl || !URL.canParse(callbackUrl, window.location.origin)) return HOME;
  const url = new URL(callbackUrl, window.location.origin);
  return url.origin === window.location.origin ? url.pathname + url.search + url.hash : HOME;
}

const INVITATION = /^\/invitations\/([\w-]{43})$/;

/** The other form, with the way back, and with the invitation somebody came by. */
export function withCallback(path: '/sign-in' | '/sign-up', callbackUrl: string | undefined): string {
  if (!callbackUrl) return path;
  const query = new URLSearchParams({ callbackUrl });
  const token = INVITATION.exec(callbackUrl)?.[1];
  if (token && path === '/sign-up') query.set('invitation', token);
  return `${path}?${query}`;
}

/** Signs in with a password. Resolves to what went wrong, or null when the browser is on its way to `path`. */
export async function signInWithPassword(
  email: string,
  password: string,
  path: string,
): Promise<string | null> {
  const result = await signIn('credentials', { email, password, redirect: false }).catch(() => null);
  if (!result) return 'The server could not be reached. Check your connection and try again.';
  if (result.error) return 'This email address and password do not belong together.';
  window.location.assign(path);
  return null;
}
