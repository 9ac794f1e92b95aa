import { randomUUID } from 'node:crypto';
import { whoAsks } from '../features/auth/caller.ts';
import { PAGE_WORKSPACE_HEADER } from '../lib/page-workspace.ts';
import { type Client, clientOf, REQUEST_ID_HEADER } from '../server/client.ts';
import { AppError } from '../server/errors.ts';
import { watchConnection } from '../server/open-connections.ts';
import type { Caller } from '../server/permissions.ts';
import { countCall, limits } from '../server/rate-limit.ts';
import { currentRequest } from '../server/request-scope.ts';
import type { TrpcContext } from '../server/trpc.ts';

/**
 * The context of one request, from its headers. It is counted: for who asks, else for where it comes from.
 * @throws AppError UNAUTHENTICATED for a wrong API key, RATE_LIMITED
 */
export async function contextFromHeaders(headers: Headers): Promise<TrpcContext> {
  const client = clientOf(headers);
  const { caller, session } = await askedBy(headers, client).catch(async (error: unknown) => {
    await countNobody(client);
    throw error;
  });
  const actor = caller?.actor ?? (session ? `user:${session.userId}` : null);
  const request = currentRequest();
  if (request && actor) request.actor = actor;
  if (actor) await countCall(limits.api, actor);
  else await countNobody(client);
  return {
    caller,
    session,
    client,
    requestId: headers.get(REQUEST_ID_HEADER) ?? randomUUID(),
    pageWorkspaceId: headers.get(PAGE_WORKSPACE_HEADER),
  };
}

interface Headers {
  get(name: string): string | null;
}
const askedBy = (headers: Headers, client: Client) =>
  whoAsks({ cookie: headers.get('cookie'), authorization: headers.get('authorization') }, client);

/**
 * Whether who asked in `before` may still, with the same rights in the same workspace. Not counted: a connection that is
 * open asks nothing of anybody.
 */
export async function isStillAllowed(headers: Headers, before: Caller | null): Promise<boolean> {
  try {
    const { caller } = await askedBy(headers, clientOf(headers));
    return (
      caller?.actor === before?.actor &&
      caller?.workspaceId === before?.workspaceId &&
      caller?.role === before?.role
    );
  } catch (error) {
    // A key that was revoked speaks for nobody; a database that is away says nothing.
    if (error instanceof AppError && error.code === 'UNAUTHENTICATED') return false;
    throw error;
  }
}

/** Guesses at keys are counted too: each costs a look into the database. */
async function countNobody({ address }: Client): Promise<void> {
  if (address !== null) await countCall(limits.anonymous, address);
}

/** Who is asking, for endpoints that are no procedures. @throws AppError UNAUTHENTICATED when nobody is signed in */
export async function requireCaller(headers: Headers): Promise<Caller> {
  const { caller } = await contextFromHeaders(headers);
  if (!caller)
    throw new AppError('UNAUTHENTICATED', 'Sign in, or send an API key: Authorization: Bearer nf_…');
  return caller;
}

/**
 * Who is asking, for an answer that stays open: `signal` aborts when the client has gone, and as soon as the session or
 * key it was asked with is worth nothing any more.
 * @throws AppError UNAUTHENTICATED
 */
export async function requireStreamCaller(
  request: Request,
): Promise<{ caller: Caller; signal: AbortSignal }> {
  const { headers } = request;
  const caller = await requireCaller(headers);
  const ended = new AbortController();
  const forget = await watchConnection(
    caller,
    () => ended.abort(),
    () => isStillAllowed(headers, caller),
  );
  if (request.signal.aborted) forget();
  else request.signal.addEventListener('abort', forget, { once: true });
  try {
    // Again, now that an end would be heard.
    if (!(await isStillAllowed(headers, caller))) ended.abort();
  } catch (error) {
    forget();
    throw error;
  }
  return { caller, signal: AbortSignal.any([request.signal, ended.signal]) };
}
