import { randomUUID } from 'node:crypto';
import { callerFromRequest } from '../features/auth/caller.ts';
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
