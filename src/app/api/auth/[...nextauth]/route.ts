import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/features/auth/auth-options.ts';
import { clientOf } from '@/server/client.ts';
import { refuseForeignOrigin } from '@/server/csrf.ts';
import { type AppError, errorTable } from '@/server/errors.ts';
import { failure } from '@/server/http.ts';

async function handle(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  try {
    // Also without a cookie: nobody is to be signed in by a page of another site.
    if (request.method === 'POST') refuseForeignOrigin(request);
    let refusal: AppError | undefined;
    const options = authOptions({
      cookie: request.headers.get('cookie'),
      client: clientOf(request.headers),
      onRefusal: (error) => {
        refusal = error;
      },
    });
    const response: Response = await NextAuth(request, context, options);
    return refusal ? withRefusal(response, refusal) : response;
  } catch (error) {
    return failure(request, error);
  }
}

/** NextAuth answers 401 to whatever is not a user: too many tries, and a count that is away, have codes of their own. */
function withRefusal(response: Response, { code, headers }: AppError): Response {
  const answer = new Response(response.body, { status: errorTable[code].status, headers: response.headers });
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

export { handle as GET, handle as POST };
