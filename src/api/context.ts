import { randomUUID } from 'node:crypto';
import { callerFromRequest } from '../features/auth/caller.ts';
import { AppError } from '../server/errors.ts';
import type { Caller } from '../server/permissions.ts';
import type { TrpcContext } from '../server/trpc.ts';

/** The context of one request, from its Cookie and Authorization headers. @throws AppError UNAUTHENTICATED for a wrong API key */
export async function createContext(headers: {
  cookie: string | null;
  authorization: string | null;
}): Promise<TrpcContext> {
  return { caller: await callerFromRequest(headers), requestId: randomUUID() };
}

export const contextFromHeaders = (headers: Headers): Promise<TrpcContext> =>
  createContext({ cookie: headers.get('cookie'), authorization: headers.get('authorization') });

/** Who is asking, for endpoints that are no procedures. @throws AppError UNAUTHENTICATED when nobody is signed in */
export async function requireCaller(headers: Headers): Promise<Caller> {
  const { caller } = await contextFromHeaders(headers);
  if (!caller)
    throw new AppError('UNAUTHENTICATED', 'Sign in, or send an API key: Authorization: Bearer nf_…');
  return caller;
}
