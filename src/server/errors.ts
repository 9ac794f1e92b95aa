import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { ZodError } from 'zod';

interface ErrorRule {
  status: number;
  trpc: TRPC_ERROR_CODE_KEY;
  title: string;
  log: 'debug' | 'info' | 'error';
  /** Whether a job that failed with it may be tried again. */
  retry: boolean;
}

/** The one table of what each error code means to every kind of caller. */
export const errorTable = {
  VALIDATION: {
    status: 400,
    trpc: 'BAD_REQUEST',
    title: 'The request is not valid',
    log: 'debug',
    retry: false,
  },
  UNAUTHENTICATED: {
    status: 401,
    trpc: 'UNAUTHORIZED',
    title: 'Not authenticated',
    log: 'debug',
    retry: false,
  },
  FORBIDDEN: { status: 403, trpc: 'FORBIDDEN', title: 'Not allowed', log: 'info', retry: false },
  NOT_FOUND: { status: 404, trpc: 'NOT_FOUND', title: 'Not found', log: 'debug', retry: false },
  METHOD_NOT_ALLOWED: {
    status: 405,
    trpc: 'METHOD_NOT_SUPPORTED',
    title: 'Method not allowed',
    log: 'debug',
    retry: false,
  },
  /** The body did not come in a reasonable time. */
  TOO_SLOW: { status: 408, trpc: 'TIMEOUT', title: 'Too slow', log: 'info', retry: true },
  CONFLICT: { status: 409, trpc: 'CONFLICT', title: 'Conflict', log: 'debug', retry: false },
  /** Somebody else changed the thing after the caller had read it (If-Match). */
  PRECONDITION_FAILED: {
    status: 412,
    trpc: 'PRECONDITION_FAILED',
    title: 'Changed meanwhile',
    log: 'debug',
    retry: false,
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    trpc: 'PAYLOAD_TOO_LARGE',
    title: 'Too large',
    log: 'info',
    retry: false,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    trpc: 'UNSUPPORTED_MEDIA_TYPE',
    title: 'Unsupported content type',
    log: 'debug',
    retry: false,
  },
  UNPROCESSABLE: {
    status: 422,
    trpc: 'UNPROCESSABLE_CONTENT',
    title: 'Cannot be processed',
    log: 'debug',
    retry: false,
  },
  RATE_LIMITED: {
    status: 429,
    trpc: 'TOO_MANY_REQUESTS',
    title: 'Too many requests',
    log: 'info',
    retry: true,
  },
  /** Whoever asked has gone: the work is ended, and nobody reads the answer. */
  CANCELLED: {
    status: 499,
    trpc: 'CLIENT_CLOSED_REQUEST',
    title: 'Cancelled by the client',
    log: 'debug',
    retry: false,
  },
  TIMED_OUT: {
    status: 504,
    trpc: 'GATEWAY_TIMEOUT',
    title: 'Took too long',
    log: 'info',
    retry: true,
  },
  INTERNAL: {
    status: 500,
    trpc: 'INTERNAL_SERVER_ERROR',
    title: 'Something went wrong on our side',
    log: 'error',
    retry: true,
  },
  UNAVAILABLE: {
    status: 503,
    trpc: 'SERVICE_UNAVAILABLE',
    title: 'Not available right now',
    log: 'error',
    retry: true,
  },
} as const satisfies Record<string, ErrorRule>;

export type ErrorCode = keyof typeof errorTable;

/** One field that was wrong: `path` in dots (`rules.2.value`), `message` in words for a person. */
export interface FieldError {
  path: string;
  message: string;
}

/** What use cases throw. `detail` is shown to the caller: it says what was wrong and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;
  /** What an HTTP answer says besides the document. */
  readonly headers: Record<string, string>;
  constructor(
    code: ErrorCode,
    detail: string,
    options: { errors?: FieldError[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(detail, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }
}

const codeByTrpc = new Map(
  Object.entries(errorTable).map(([code, rule]) => [rule.trpc as TRPC_ERROR_CODE_KEY, code as ErrorCode]),
);

const DUPLICATE_KEY = 11_000;
const MAX_TIME_EXPIRED = 50;

/** Any thrown value as an AppError: ours, zod's, tRPC's, the database's duplicate key or time limit, an abort; anything else is INTERNAL without its words. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) {
    const errors = fieldErrors(error);
    return new AppError('VALIDATION', inWords(errors), { errors, cause: error });
  }
  if (isOfDatabase(error, DUPLICATE_KEY)) {
    return new AppError('CONFLICT', 'One with the same value exists already.', { cause: error });
  }
  if (isOfDatabase(error, MAX_TIME_EXPIRED)) {
    return new AppError(
      'TIMED_OUT',
      'This took longer than it may, so it was ended. Try again, or ask for less.',
      {
        cause: error,
      },
    );
  }
  if (error instanceof Error && error.name === 'AbortError')
    return new AppError('CANCELLED', 'The request was cancelled.', { cause: error });
  if (isTrpcError(error)) {
    if (error.cause instanceof AppError || error.cause instanceof ZodError) return toAppError(error.cause);
    if (error.code === 'PARSE_ERROR')
      return new AppError('VALIDATION', 'The body is not JSON.', { cause: error });
    const code = codeByTrpc.get(error.code);
    if (code && errorTable[code].status < 500) return new AppError(code, error.message, { cause: error });
  }
  return new AppError(
    'INTERNAL',
    'Something went wrong on our side. Try again; if it stays, tell your administrator.',
    {
      cause: error,
    },
  );
}

/** Zod's issues as field errors, paths in dots. What is wrong with a key of a record stands inside its issue. */
export const fieldErrors = (error: ZodError): FieldError[] =>
  error.issues.flatMap((issue) =>
    (issue.code === 'invalid_key' ? issue.issues : [issue]).map(({ message }) => ({
      path: issue.path.join('.'),
      message,
    })),
  );

const SHOWN_ERRORS = 3;

/** The first few wrong fields in one sentence, each by its path; the whole list stands in `errors`. */
function inWords(errors: readonly FieldError[]): string {
  const shown = errors
    .slice(0, SHOWN_ERRORS)
    .map(({ path, message }) => (path ? `${path}: ${message}` : message));
  const more = errors.length - shown.length;
  return `Some values are missing or wrong. ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** An RFC 9457 problem document; served as `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  errors?: FieldError[];
}

export function toProblem(error: unknown): Problem {
  const { code, message, errors } = toAppError(error);
  const { title, status } = errorTable[code];
  return { type: 'about:blank', title, status, detail: message, code, ...(errors ? { errors } : {}) };
}

export function problemResponse(error: unknown): Response {
  const problem = toProblem(error);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...toAppError(error).headers, 'content-type': 'application/problem+json' },
  });
}

/** By name: forms read the permissions, which throw AppErrors, and the driver must not go to the browser with them. */
const isOfDatabase = (error: unknown, code: number): boolean =>
  error instanceof Error && error.name.startsWith('Mongo') && 'code' in error && error.code === code;

function isTrpcError(error: unknown): error is Error & { code: TRPC_ERROR_CODE_KEY } {
  return error instanceof Error && error.name === 'TRPCError' && 'code' in error;
}
