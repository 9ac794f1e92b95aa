import { type NextRequest, NextResponse } from 'next/server';
import { halfSignedIn } from '@/features/auth/half-signed-in.ts';
import { sessionFromCookie, settleSession } from '@/features/auth/sessions.service.ts';
import { clientOf } from '@/server/client.ts';

/** Pages of the app need a session; without one they lead to the sign-in and back. Procedures check for themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const cookie = request.headers.get('cookie');
  const session = await sessionFromCookie(cookie, clientOf(request.headers));
  if (session) {
    if (await settleSession(session)) return NextResponse.next();
    // In no workspace (any more): there they can make one.
    return request.nextUrl.pathname === '/workspaces/new'
      ? NextResponse.next()
      : NextResponse.redirect(new URL('/workspaces/new', request.url));
  }
  const signIn = new URL((await halfSignedIn(cookie)) ? '/sign-in/code' : '/sign-in', request.url);
  signIn.searchParams.set('callbackUrl', request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.redirect(signIn);
}

export const config = {
  matcher: [
    '/dashboard/:path*',
    '/customers/:path*',
    '/orders/:path*',
    '/imports/:path*',
    '/audiences/:path*',
    '/campaigns/:path*',
    '/failures/:path*',
    '/queues/:path*',
    '/settings/:path*',
    '/suppressions/:path*',
    '/workspaces/:path*',
  ],
};
