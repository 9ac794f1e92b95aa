'use client';
import { useQueryClient } from '@tanstack/react-query';
import { getUntypedClient } from '@trpc/client';
import { getMutationKey } from '@trpc/react-query';
import { useSyncExternalStore } from 'react';
import { PostponedDeeds } from './postponed.ts';
import { toast } from './toast.ts';
import { callOnLeaving, trpc } from './trpc.tsx';

const deeds = new PostponedDeeds();
if (typeof window !== 'undefined') window.addEventListener('pagehide', () => deeds.leave());

/** A notice that the pointer rests on stays; the deed waits with it, but not for ever. In ms. */
const MOST_MS = 60_000;

/** The rows that are still there: not those whose deletion waits for its undo. */
export function useStanding<T extends { id: string }>(items: readonly T[]): T[] {
  const hidden = useSyncExternalStore(deeds.subscribe, deeds.hidden, deeds.hidden);
  return items.filter(({ id }) => !hidden.has(id));
}

/** A mutation of the API, such as `trpc.audiences.delete`. */
type Mutation = Parameters<typeof getMutationKey>[0];
type InputOf<M> = M extends {
  useMutation(...args: never[]): { mutate(input: infer I, ...rest: never[]): unknown };
}
  ? I
  : never;

/**
 * Takes something away with a notice that can undo it: it is gone from the lists at once (`useStanding`), and from the
 * server when the notice goes.
 */
export function usePostponed() {
  const queryClient = useQueryClient();
  const client = getUntypedClient(trpc.useUtils().client);
  return <M extends Mutation>({
    mutation,
    input,
    ids,
    message,
    refresh,
    onUndo,
  }: {
    mutation: M;
    input: InputOf<M>;
    /** The rows it takes away. */
    ids: readonly string[];
    message: string;
    /** Reads anew what has changed, once it is done. */
    refresh(): Promise<unknown>;
    onUndo?: () => void;
  }): void => {
    const path = getMutationKey(mutation)[0].join('.');
    const { undo, settle } = deeds.add(
      {
        ids,
        async run() {
          const options = queryClient.defaultMutationOptions({
            mutationFn: () => client.mutation(path, input),
          });
          await queryClient.getMutationCache().build(queryClient, options).execute(undefined);
          await refresh();
        },
        runOnLeaving: () => callOnLeaving(queryClient, path, input),
        failed(error) {
          toast.error(error);
          void refresh();
        },
      },
      MOST_MS,
    );
    toast.undo(
      message,
      () => {
        if (undo()) onUndo?.();
        else toast.error('Too late: it was done already.');
      },
      () => void settle(),
    );
  };
}
