import { randomUUID } from 'node:crypto';
import { callerFromRequest } from '../features/auth/caller.ts';
import { clientOf, REQUEST_ID_HEADER } from '../server/client.ts';
import { AppError } from '../server/errors.ts';
import type { Caller } from '../server/permissions.ts';
import type { TrpcContext } from '../server/trpc.ts';

/** The context of one request, from its headers. @throws AppError UNAUTHENTICATED for a wrong API key */
export async function contextFromHeaders(headers: {
  get(name: string): string | null;
}): Promise<TrpcContext> {
  return {
    caller: await callerFromRequest({
      cookie: headers.get('cookie'),
      authorization: headers.get('authorization'),
    }),
    client: clientOf(headers),
    requestId: headers.get(REQUEST_ID_HEADER) ?? randomUUID(),
  };
}

/** Who is asking, for endpoints that are no procedures. @throws AppError UNAUTHENTICATED when nobody is signed in */
export async function requireCaller(headers: Headers): Promise<Caller> {
  const { caller } = await contextFromHeaders(headers);
  if (!caller)
    throw new AppError('UNAUTHENTICATED', 'Sign in, or send an API key: Authorization: Bearer nf_…');
  return caller;
}
