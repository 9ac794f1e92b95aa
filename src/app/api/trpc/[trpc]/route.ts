import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { contextFromHeaders } from '@/api/context.ts';
import { appRouter } from '@/api/root.ts';
import { requireOwnOrigin } from '@/server/csrf.ts';
import { failure, isJson, parseJson, readText } from '@/server/http.ts';
import { toTrpcError } from '@/server/trpc.ts';

const MAX_BODY_BYTES = 2 * 1_048_576;

/**
 * The request with its body read: the library would take one of any length and depth.
 * @throws AppError PAYLOAD_TOO_LARGE or VALIDATION
 */
async function bounded(request: Request): Promise<Request> {
  if (request.method !== 'POST') return request;
  const { url, headers, signal } = request;
  const body = await readText(request, MAX_BODY_BYTES);
  if (body !== '' && isJson(request)) parseJson(body);
  return new Request(url, { method: 'POST', headers, signal, body });
}

async function handle(request: Request): Promise<Response> {
  try {
    requireOwnOrigin(request);
    return await fetchRequestHandler({
      endpoint: '/api/trpc',
      req: await bounded(request),
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
