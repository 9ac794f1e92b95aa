'use client';
import { useAnyProgress } from '@/features/campaigns/ui/live/use-any-progress.ts';
import type { Import } from '@/features/imports/imports.schema.ts';
import { optimistic } from '@/ui/optimistic.ts';
import { trpc } from '@/ui/trpc.tsx';
import type { FirstSteps } from '../onboarding.schema.ts';

export const isDone = ({ customers, orders, audience, campaign }: FirstSteps): boolean =>
  customers && orders && audience && campaign;

/** The workspace's first steps, ticked off while one looks: by an import that ends, and by a campaign that starts. */
export function useFirstSteps() {
  const utils = trpc.useUtils();
  const steps = trpc.onboarding.firstSteps.useQuery(undefined, { staleTime: 0 });
  const open = steps.data !== undefined && !steps.data.hidden && !isDone(steps.data);
  trpc.onboarding.onFirstSteps.useSubscription(undefined, {
    enabled: open,
    onData: ({ data }) => utils.onboarding.firstSteps.setData(undefined, data),
  });
  useAnyProgress(() => void utils.onboarding.firstSteps.invalidate());
  return steps;
}

/** Follows one of the sample shop's imports while it moves. */
export function useSampleImport(kind: 'customers' | 'orders', state: Import | null): void {
  const utils = trpc.useUtils();
  trpc.imports.onProgress.useSubscription(
    { id: state?.id ?? '' },
    {
      enabled: state?.status === 'QUEUED' || state?.status === 'RUNNING',
      onData: ({ data }) => {
        utils.onboarding.firstSteps.setData(undefined, (known) =>
          known ? { ...known, sample: { ...known.sample, [kind]: data } } : known,
        );
        if (data.status === 'QUEUED' || data.status === 'RUNNING') return;
        void utils.onboarding.firstSteps.invalidate();
        void utils.analytics.invalidate();
        void utils.imports.list.invalidate();
        void utils.customers.invalidate();
        void utils.orders.invalidate();
      },
    },
  );
}

/** Puts the first steps away for oneself, or brings them back; the page shows it at once. */
export function useHideFirstSteps() {
  const utils = trpc.useUtils();
  return trpc.onboarding.hideFirstSteps.useMutation(
    optimistic(utils.onboarding.firstSteps, {
      input: (_: { hidden: boolean }) => undefined,
      read: (steps) => steps.hidden,
      put: (steps, hidden) => ({ ...steps, hidden }),
      wanted: ({ hidden }) => hidden,
    }),
  );
}
