'use client';
import { optimistic } from '@/ui/optimistic.ts';
import { trpc } from '@/ui/trpc.tsx';
import { OFF_BY_HAND } from '../webhooks.schema.ts';

/** Turns a webhook off or on; its page shows it at once. */
export function useEndpointSwitch(id: string) {
  const utils = trpc.useUtils();
  const change = trpc.webhooks.update.useMutation({
    ...optimistic(utils.webhooks.get, {
      input: (_: { enabled?: boolean | undefined }) => ({ id }),
      read: ({ disabledAt, disabledReason, failingSince }) => ({ disabledAt, disabledReason, failingSince }),
      put: (endpoint, state) => ({ ...endpoint, ...state }),
      wanted: ({ enabled }, { failingSince }) =>
        enabled
          ? { disabledAt: null, disabledReason: null, failingSince: null }
          : { disabledAt: new Date(), disabledReason: OFF_BY_HAND, failingSince },
    }),
    onSuccess: () =>
      void Promise.all([utils.webhooks.list.invalidate(), utils.webhooks.deliveries.invalidate({ id })]),
  });
  return { turn: (enabled: boolean) => change.mutate({ id, enabled }), pending: change.isPending };
}
