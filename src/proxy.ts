import { type NextRequest, NextResponse } from 'next/server';
import { readSession } from '@/server/session.ts';

/** Pages of the app need a session; without one they lead to the sign-in and back. Procedures check for themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (await readSession(request.headers.get('cookie'))) return NextResponse.next();
  const signIn = new URL('/sign-in', request.url);
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
  ],
};
