import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { halfSignedIn } from '@/features/auth/half-signed-in.ts';
import { sessionFromCookie, settleSession } from '@/features/auth/sessions.service.ts';
import { APP_PAGES } from '@/lib/app-pages.ts';
import { AHEAD_HEADER, clientOf } from '@/server/client.ts';
import { AppError } from '@/server/errors.ts';
import { countCall, limits } from '@/server/rate-limit.ts';
import { pagePolicy } from '@/server/security-headers.ts';

/** Every page: counted, led to the sign-in where it needs a session, and given its Content-Security-Policy. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString('base64');
  const policy = pagePolicy(nonce);
  // Next finds the nonce in the policy and gives it to its own scripts; the layout gives it to the others.
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const answer = await answerTo(request, headers);
  answer.headers.set('content-security-policy', policy);
  return answer;
}

async function answerTo(request: NextRequest, headers: Headers): Promise<NextResponse> {
  const wait = await waitOf(request);
  if (wait !== null)
    return NextResponse.rewrite(new URL(`/wait?seconds=${wait}`, request.url), {
      request: { headers },
      status: 429,
      headers: { 'retry-after': wait, 'cache-control': 'no-store' },
    });
  const needsSession = APP_PAGES.some((page) => page === request.nextUrl.pathname.split('/')[1]);
  if (!needsSession) return NextResponse.next({ request: { headers } });
  const cookie = request.headers.get('cookie');
  const session = await sessionFromCookie(cookie, clientOf(request.headers));
  if (session) {
    // In no workspace (any more): there they can make one.
    const placed = (await settleSession(session)) || request.nextUrl.pathname === '/workspaces/new';
    return placed
      ? NextResponse.next({ request: { headers } })
      : NextResponse.redirect(new URL('/workspaces/new', request.url));
  }
  const signIn = new URL((await halfSignedIn(cookie)) ? '/sign-in/code' : '/sign-in', request.url);
  signIn.searchParams.set('callbackUrl', request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.redirect(signIn);
}

/** How many seconds whoever asks for this page must wait, or null. */
async function waitOf(request: NextRequest): Promise<string | null> {
  const { address } = clientOf(request.headers);
  if (address === null) return null;
  try {
    await countCall(request.headers.has(AHEAD_HEADER) ? limits.pagesAhead : limits.pages, address);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'RATE_LIMITED')
      return error.headers['retry-after'] ?? '60';
    throw error;
  }
}

export const config = {
  // Not what programs ask for, nor files. Those get their headers from web/main.ts.
  matcher: [
    '/((?!api/|api$|_next/|icon\\.svg$|favicon\\.ico$|apple-icon\\.png$|manifest\\.webmanifest$|brand/|images/|robots\\.txt$|sitemap\\.xml$|samples/|architecture\\.svg$).*)',
  ],
};
