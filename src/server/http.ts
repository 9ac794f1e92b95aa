import { AppError, errorTable, problemResponse, toAppError } from './errors.ts';
import { log } from './log.ts';
import { pathPattern } from './path-pattern.ts';

type Handler<P> = (request: Request, params: P) => Promise<Response>;

/** A Next route handler whose every failure is a problem document, logged once by the error table's level. */
export const route =
  <P = Record<string, never>>(handler: Handler<P>) =>
  async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    try {
      return await handler(request, await context.params);
    } catch (error) {
      return failure(request, error);
    }
  };

/** Any thrown value as the answer to `request`. */
export function failure(request: Request, error: unknown): Response {
  const appError = toAppError(error);
  const rule = errorTable[appError.code];
  const { method, url } = request;
  log()[rule.log](
    {
      method,
      path: pathPattern(new URL(url).pathname),
      code: appError.code,
      err: rule.log === 'error' ? appError.cause : undefined,
    },
    appError.message,
  );
  void drain(request.body);
  return problemResponse(appError);
}

/** What is read of a body nobody wants any more. */
const MAX_DRAINED_BYTES = 1_073_741_824;

/**
 * Reads the rest of a refused request, keeping nothing: else the client could not finish sending and read the answer,
 * and the next request on its connection would wait behind bytes nobody takes.
 */
export async function drain(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return;
  const reader = body.getReader();
  let left = MAX_DRAINED_BYTES;
  try {
    while (left > 0) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.byteLength;
    }
  } catch {
    // The client is gone.
  }
}

/** The body's bytes, never more than `maxBytes` of them. @throws AppError PAYLOAD_TOO_LARGE */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  refuseDeclaredTooLarge(request, maxBytes);
  const parts: Buffer[] = [];
  for await (const chunk of limited(request.body, maxBytes)) parts.push(chunk);
  return Buffer.concat(parts);
}

/** The body as text, never holding more than `maxBytes`. @throws AppError PAYLOAD_TOO_LARGE */
export const readText = async (request: Request, maxBytes: number): Promise<string> =>
  (await readBytes(request, maxBytes)).toString('utf8');

/** The body as JSON. @throws AppError PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE or VALIDATION */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  if (!isJson(request)) throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json.');
  return parseJson(await readText(request, maxBytes));
}

/** Deeper than anything this application asks for; what walks through a value may do so by recursion. */
const MAX_JSON_DEPTH = 100;

/** @throws AppError VALIDATION for what is no JSON, or is nested too deeply */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('VALIDATION', 'The body is not JSON.');
  }
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_JSON_DEPTH)
      throw new AppError('VALIDATION', `The body is nested more than ${MAX_JSON_DEPTH} levels deep.`);
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []));
  }
  return value;
}

export const isJson = (request: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '');

/**
 * A body's bytes piece by piece. One that is given up half-way is not cancelled, which would cut the connection: what is
 * left is for whoever answers the request.
 * @throws AppError PAYLOAD_TOO_LARGE as soon as there are more than `maxBytes`
 */
export async function* limited(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  if (!body) return;
  const reader = body.getReader();
  let read = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      read += value.byteLength;
      if (read > maxBytes) throw tooLarge(maxBytes);
      yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
  } finally {
    reader.releaseLock();
  }
}

/** Before a byte is read, when the request says itself that there are too many. @throws AppError PAYLOAD_TOO_LARGE */
export function refuseDeclaredTooLarge(request: Request, maxBytes: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

export const tooLarge = (maxBytes: number): AppError =>
  new AppError(
    'PAYLOAD_TOO_LARGE',
    `The body may have at most ${Math.floor(maxBytes / 1_048_576)} MB; split it.`,
  );

/** Pieces of text as a response body; the next piece is asked for only when the reader wants it. */
export function textStream(pieces: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await pieces.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    // Nothing beforehand: a HEAD request, or one whose client has gone, never reads and never cancels.
    { highWaterMark: 0 },
  );
}
