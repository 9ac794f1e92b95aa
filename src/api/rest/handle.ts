import { requireOwnOrigin } from '../../server/csrf.ts';
import { AppError } from '../../server/errors.ts';
import { failure, isJson, parseJson, readText } from '../../server/http.ts';
import { onceForKey } from '../../server/idempotency.ts';
import { contextFromHeaders } from '../context.ts';
import { GUARD, type Operation, operationsAt } from '../operations.ts';
import { answer } from './answer.ts';
import { callProcedure } from './call.ts';
import { guardOf } from './etags.ts';
import { chosenFields } from './fields.ts';

const MAX_BODY_BYTES = 2 * 1_048_576;

/** Answers a REST request by the procedure its method and path belong to. Failures are problem documents. */
export async function handleRest(request: Request): Promise<Response> {
  try {
    requireOwnOrigin(request);
    const context = await contextFromHeaders(request.headers);
    const url = new URL(request.url);
    const operation = operationOf(request.method, url.pathname);
    const fields = chosenFields(url.searchParams, operation.fields);
    url.searchParams.delete('fields');
    const input = await readInput(request, url, operation);
    const call = async () =>
      answer(
        request,
        operation,
        await callProcedure({ operation, url, body: input.body, signal: request.signal }, context),
        fields,
      );
    const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null;
    return key !== null && context.caller
      ? await onceForKey(context.caller, key, `${url.pathname}${url.search}\n${input.body}`, call)
      : await call();
  } catch (error) {
    return failure(request, error);
  }
}

/** @throws AppError NOT_FOUND for a path that is none, METHOD_NOT_ALLOWED naming the methods of one that is */
function operationOf(method: string, pathname: string): Operation {
  const path = pathname.replace(/^\/api/, '').replace(/(?<=.)\/+$/, '');
  const there = operationsAt(path);
  const wanted = method === 'HEAD' ? 'GET' : method;
  const operation = there.find((one) => one.method === wanted);
  if (operation) return operation;
  if (there.length === 0)
    throw new AppError('NOT_FOUND', 'There is nothing at this address; see /api/swagger.');
  const allowed = [...new Set(there.map((one) => one.method))].join(', ');
  throw new AppError('METHOD_NOT_ALLOWED', `This address takes ${allowed}.`, { headers: { allow: allowed } });
}

/** The body, or null where there is none to read. If-Match is put where the procedure takes its guard. */
async function readInput(
  request: Request,
  url: URL,
  { method, guarded }: Operation,
): Promise<{ body: string | null }> {
  const reads = method === 'POST' || method === 'PUT' || method === 'PATCH';
  const body = reads ? await readBody(request) : null;
  if (url.searchParams.has(GUARD) || (body && GUARD in body)) throw wrong(GUARD, 'is given as If-Match');
  const header = method === 'GET' ? null : request.headers.get('if-match');
  if (header !== null && !guarded) throw wrong('If-Match', 'is not taken here');
  const guard = header === null ? undefined : guardOf(header);
  if (guard && !body) url.searchParams.set(GUARD, guard.toISOString());
  return { body: body && JSON.stringify(guard ? { ...body, [GUARD]: guard.toISOString() } : body) };
}

const wrong = (path: string, message: string) =>
  new AppError('VALIDATION', `${path} ${message}.`, { errors: [{ path, message }] });

/** An absent body means an empty object: POST …/launch needs none. */
async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await readText(request, MAX_BODY_BYTES);
  if (text === '') return {};
  if (!isJson(request)) throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json.');
  const parsed = parseJson(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new AppError('VALIDATION', 'The body must be a JSON object.');
  }
  return parsed as Record<string, unknown>;
}
