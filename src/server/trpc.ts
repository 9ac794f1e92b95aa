import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import type { OpenApiMeta } from 'trpc-openapi';
import { PAGE_IS_OF_ANOTHER } from '../lib/page-workspace.ts';
import { withChange, writeAccountAudit, writeAudit } from './audit.ts';
import type { Client } from './client.ts';
import { AppError, errorTable, toAppError, toProblem } from './errors.ts';
import { log } from './log.ts';
import { type Caller, type Permission, requirePermission, type Session } from './permissions.ts';

export interface TrpcContext {
  /** null when nobody is signed in and no API key was sent. */
  caller: Caller | null;
  /** The signed-in person's session, also where it is in no workspace of theirs; null or absent for API keys. */
  session?: Session | null;
  /** Where the request came from; absent where none did, as in jobs and tests. */
  client?: Client;
  requestId: string;
  /** The workspace a page shows, where it says so: what it asks is meant for that one alone. */
  pageWorkspaceId?: string | null;
  /** Aborts when whoever asked has gone, where the transport can tell. */
  signal?: AbortSignal;
}

/** Who may call a procedure: anyone, a signed-in person about themselves, or whoever holds the permission. */
export type Access = 'anyone' | 'person' | Permission;

/** What is known of a procedure without calling it. */
export interface ProcedureMeta extends OpenApiMeta {
  /** Said by the kinds of procedure below, and compared with a table of the whole API by worker/access-matrix.integration.test.ts. */
  access?: Access;
  /** Why a mutation is not written into the audit log: it changes nothing, for example. All others are. */
  unaudited?: string;
}

const t = initTRPC
  .context<TrpcContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => {
      const problem = toProblem(error);
      return {
        ...shape,
        message: problem.detail,
        data: {
          code: shape.data.code,
          httpStatus: problem.status,
          problem,
          /** Seconds after which it may be asked again; null when waiting does not help. */
          retryAfter: retryAfterOf(error),
        },
      };
    },
    sse: { enabled: false },
  });

function retryAfterOf(error: unknown): number | null {
  const { 'retry-after': seconds } = toAppError(error).headers;
  return seconds === undefined ? null : Number(seconds);
}

/** Any failure as tRPC has it, by the error table; its cause is ours. */
export function toTrpcError(error: unknown): TRPCError {
  const cause = toAppError(error);
  return new TRPCError({ code: errorTable[cause.code].trpc, message: cause.message, cause });
}

/** Everything thrown below becomes one kind of error, logged once by the table's level. */
const withErrors = t.middleware(async ({ next, path, ctx, signal }) => {
  const result = await next();
  if (result.ok) return result;
  // Whatever broke when whoever asked had gone broke because of that; each transport has its own name for it.
  const gone = (signal ?? ctx.signal)?.aborted === true;
  const error = gone
    ? new AppError('CANCELLED', 'The request was cancelled.', { cause: result.error })
    : toAppError(result.error);
  const rule = errorTable[error.code];
  log()[rule.log](
    { path, requestId: ctx.requestId, code: error.code, err: rule.log === 'error' ? error.cause : undefined },
    error.message,
  );
  throw new TRPCError({ code: rule.trpc, message: error.message, cause: error });
});

/**
 * Writes every successful mutation into the audit log, with what its use case noted (`noteChange`). The thing is else the
 * one that the input or the answer names. The answer waits for the event, some milliseconds, and never fails by it.
 * @param whose what a caller did is in their workspace's log; what a person did to their account, which opens all their
 *   workspaces, in the logs of all, unless the use case names the one it concerns
 */
const withAudit = (whose: 'caller' | 'person') =>
  t.middleware(async ({ next, type, path, meta, ctx, getRawInput }) => {
    if (type !== 'mutation' || meta?.unaudited) return next();
    const { value: result, change } = await withChange(() => next());
    if (!result.ok) return result;
    const target = { ...textsOf(result.data), ...textsOf(await getRawInput()) };
    const { client, requestId } = ctx;
    const event = {
      action: path,
      client,
      requestId,
      targetId: target.id,
      targetName: target.name,
      ...change,
    };
    const workspaceId = change.workspaceId ?? (whose === 'caller' ? ctx.caller?.workspaceId : undefined);
    const actor = ctx.caller?.actor ?? `user:${ctx.session?.userId}`;
    if (workspaceId) await writeAudit({ ...event, workspaceId, actor });
    else if (ctx.session) await writeAccountAudit(ctx.session.userId, event);
    return result;
  });

/** The id and the name of what came in or goes out, where it has them. */
function textsOf(value: unknown): { id?: string; name?: string } {
  const { id, name }: { id?: unknown; name?: unknown } = Object(value);
  return { ...(typeof id === 'string' ? { id } : {}), ...(typeof name === 'string' ? { name } : {}) };
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Open to anyone. */
export const publicProcedure = t.procedure.meta({ access: 'anyone' }).use(withErrors);

/**
 * For a signed-in person or an API key holding `permission`, and all of `also` where more than one kind of thing is
 * shown: refused before the input is looked at. `ctx.caller` is theirs, and `ctx.signal` ends with their
 * request, whether it came by tRPC or REST.
 */
export const procedureFor = (permission: Permission, ...also: Permission[]) =>
  publicProcedure
    .meta({ access: permission })
    .use(({ ctx, next, signal }) => {
      if (!ctx.caller)
        throw new TRPCError({
          code: 'UNAUTHORIZED',
          message: 'Sign in, or send an API key: Authorization: Bearer nf_…',
        });
      if (ctx.pageWorkspaceId && ctx.pageWorkspaceId !== ctx.caller.workspaceId)
        throw new AppError('CONFLICT', PAGE_IS_OF_ANOTHER);
      for (const needed of [permission, ...also]) requirePermission(ctx.caller, needed);
      return next({ ctx: { ...ctx, caller: ctx.caller, signal: signal ?? ctx.signal } });
    })
    .use(withAudit('caller'));

/** For a signed-in person about themselves, whichever workspace they are in, or none; `ctx.session` is theirs. */
export const personProcedure = publicProcedure
  .meta({ access: 'person' })
  .use(({ ctx, next }) => {
    if (!ctx.session)
      throw new TRPCError({
        code: ctx.caller ? 'FORBIDDEN' : 'UNAUTHORIZED',
        message: 'This is for a signed-in person; an API key may not do it.',
      });
    return next({ ctx: { ...ctx, session: ctx.session } });
  })
  .use(withAudit('person'));
