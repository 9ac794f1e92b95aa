import { createOpenApiFetchHandler } from 'trpc-openapi';
import { toAppError } from '../../server/errors.ts';
import type { TrpcContext } from '../../server/trpc.ts';
import type { Operation } from '../operations.ts';
import { appRouter } from '../root.ts';

interface Call {
  operation: Operation;
  url: URL;
  /** JSON text; null where the operation takes none. */
  body: string | null;
  signal: AbortSignal;
}

/** Runs the procedure. @returns its answer as JSON text. @throws AppError what the procedure, or the adapter, refused */
export async function callProcedure(
  { operation, url, body, signal }: Call,
  context: TrpcContext,
): Promise<string> {
  let failed: { error: unknown } | undefined;
  const response = await createOpenApiFetchHandler({
    // The adapter cuts the first "/api" off the whole address: give it one whose host has none.
    req: new Request(`http://localhost${url.pathname}${url.search}`, {
      method: operation.method,
      headers: { 'content-type': 'application/json' },
      ...(body === null ? {} : { body }),
      signal,
    }),
    endpoint: '/api',
    router: appRouter,
    createContext: () => ({ ...context, signal }),
    onError: (refusal: { error: unknown }) => {
      failed = { error: refusal.error };
    },
  });
  const text = await response.text();
  if (failed) throw toAppError(failed.error);
  return text;
}
