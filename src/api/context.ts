import { randomUUID } from 'node:crypto';
import { callerFromRequest } from '../features/auth/caller.ts';
import { type Client, clientOf, REQUEST_ID_HEADER } from '../server/client.ts';
import { AppError } from '../server/errors.ts';
import type { Caller } from '../server/permissions.ts';
import { countCall, limits } from '../server/rate-limit.ts';
import type { TrpcContext } from '../server/trpc.ts';

/**
 * The context of one request, from its headers. It is counted: for who asks, else for where it comes from.
 * @throws AppError UNAUTHENTICATED for a wrong API key, RATE_LIMITED
 */
export async function contextFromHeaders(headers: {
  get(name: string): string | null;
}): Promise<TrpcContext> {
  const client = clientOf(headers);
  const caller = await callerFromRequest({
    cookie: headers.get('cookie'),
    authorization: headers.get('authorization'),
  }).catch(async (error: unknown) => {
    await countNobody(client);
    throw error;
  });
  if (caller) await countCall(limits.api, caller.actor);
  else await countNobody(client);
  return { caller, client, requestId: headers.get(REQUEST_ID_HEADER) ?? randomUUID() };
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
