import { createOpenApiFetchHandler } from 'trpc-openapi';
import { requireOwnOrigin } from '../server/csrf.ts';
import { AppError, errorTable, toAppError, toProblem } from '../server/errors.ts';
import { failure, isJson, readText } from '../server/http.ts';
import { onceForKey } from '../server/idempotency.ts';
import type { TrpcContext } from '../server/trpc.ts';
import { contextFromHeaders } from './context.ts';
import { appRouter } from './root.ts';

/** Procedures that make a thing and answer 201 with it. */
const CREATING = /\.(create|duplicate|resendFailed|takeSnapshot)$|^imports\.start$/;
const MAX_BODY_BYTES = 2 * 1_048_576;

/** Answers a REST request by the procedure its method and path belong to. Failures are problem documents. */
export async function handleRest(request: Request): Promise<Response> {
  try {
    requireOwnOrigin(request);
    const context = await contextFromHeaders(request.headers);
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : await readBody(request);
    const call = () => callProcedure(request, context, body);
    const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null;
    const { pathname } = new URL(request.url);
    return key && context.caller
      ? await onceForKey(context.caller.workspaceId, key, `${pathname}\n${body}`, call)
      : await call();
  } catch (error) {
    return failure(request, error);
  }
}

/** An absent body means an empty object: POST …/launch needs none. */
async function readBody(request: Request): Promise<string> {
  const text = await readText(request, MAX_BODY_BYTES);
  if (text === '') return '{}';
  if (!isJson(request)) throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json.');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new AppError('VALIDATION', 'The body is not JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new AppError('VALIDATION', 'The body must be a JSON object.');
  }
  return text;
}

async function callProcedure(request: Request, context: TrpcContext, body: string | null): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  let error: unknown;
  const response = await createOpenApiFetchHandler({
    // The adapter cuts the first "/api" off the whole address: give it one whose host has none.
    req: new Request(`http://localhost${pathname}${search}`, {
      method: request.method,
      headers: { 'content-type': 'application/json' },
      ...(body === null ? {} : { body }),
      signal: request.signal,
    }),
    endpoint: '/api',
    router: appRouter,
    createContext: () => ({ ...context, signal: request.signal }),
    onError: (failed: { error: unknown }) => {
      error = failed.error;
    },
    responseMeta: ({ paths, errors }: { paths?: readonly string[]; errors: readonly unknown[] }) =>
      errors.length === 0 && CREATING.test(paths?.[0] ?? '') ? { status: 201 } : {},
  });
  if (error === undefined) return response;
  // The procedure has logged it already; what the adapter itself refused is told here.
  const problem = toProblem(error);
  const { code } = toAppError(error);
  return new Response(
    JSON.stringify(
      code === 'NOT_FOUND' && problem.detail === 'Not found'
        ? { ...problem, detail: 'There is nothing at this address; see /api/swagger.' }
        : problem,
    ),
    {
      status: errorTable[code].status,
      headers: { ...toAppError(error).headers, 'content-type': 'application/problem+json' },
    },
  );
}
