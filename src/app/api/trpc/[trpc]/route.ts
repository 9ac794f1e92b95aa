import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { contextFromHeaders } from '@/api/context.ts';
import { appRouter } from '@/api/root.ts';
import { requireOwnOrigin } from '@/server/csrf.ts';
import { failure } from '@/server/http.ts';
import { toTrpcError } from '@/server/trpc.ts';

async function handle(request: Request): Promise<Response> {
  try {
    requireOwnOrigin(request);
    return await fetchRequestHandler({
      endpoint: '/api/trpc',
      req: request,
      router: appRouter,
      // Inputs travel in the body: a message draft is longer than an address may be, and searches for people belong in no log.
      allowMethodOverride: true,
      createContext: () =>
        contextFromHeaders(request.headers).catch((error: unknown) => {
          throw toTrpcError(error);
        }),
    });
  } catch (error) {
    return failure(request, error);
  }
}

export { handle as GET, handle as POST };
