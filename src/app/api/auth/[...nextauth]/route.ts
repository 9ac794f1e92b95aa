import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/features/auth/auth-options.ts';
import { clientOf } from '@/server/client.ts';

const handle = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => NextAuth(request, context, authOptions(clientOf(request.headers)));

export { handle as GET, handle as POST };
