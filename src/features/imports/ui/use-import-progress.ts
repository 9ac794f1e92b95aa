'use client';
import { trpc } from '@/ui/trpc.tsx';
import type { Import } from '../imports.schema.ts';
import { isMoving } from './import-status.tsx';

/**
 * Calls `onState` with each state of an import, or of its undo, through the WebSocket while it runs; nothing is polled.
 * When it is over, whatever shows customers, orders or the list of imports is loaded anew.
 */
export function useImportProgress(
  id: string,
  { enabled, onState }: { enabled: boolean; onState(state: Import): void },
): void {
  const utils = trpc.useUtils();
  trpc.imports.onProgress.useSubscription(
    { id },
    {
      enabled,
      onData: ({ data }) => {
        onState(data);
        if (!isMoving(data))
          void Promise.all([
            utils.imports.list.invalidate(),
            utils.customers.invalidate(),
            utils.orders.invalidate(),
            utils.onboarding.firstSteps.invalidate(),
          ]);
      },
    },
  );
}
