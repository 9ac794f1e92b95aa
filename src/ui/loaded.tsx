'use client';
import type { ReactNode } from 'react';
import { ErrorState, SkeletonRows } from './states.tsx';
import { messageOf } from './trpc.tsx';

/** What a query is, as far as showing it goes. */
interface Asked<T> {
  data: T | undefined;
  isError: boolean;
  error: unknown;
  refetch(): unknown;
}

/**
 * What a query answered; until then the shape of it, and where it failed what to do. An answer that is there stays on the
 * page though a later one failed.
 */
export function Loaded<T>({
  query,
  skeleton = <SkeletonRows />,
  children,
}: {
  query: Asked<T>;
  skeleton?: ReactNode;
  children(data: T): ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return <ErrorState message={messageOf(query.error)} onRetry={() => void query.refetch()} />;
  return skeleton;
}
