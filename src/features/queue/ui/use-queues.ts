'use client';
import { trpc } from '@/ui/trpc.tsx';

/**
 * The figures of all queues, as they are and then as they change: the server sends them through the WebSocket, once a
 * second at most; nothing is polled.
 */
export function useQueues({ enabled }: { enabled: boolean }) {
  const utils = trpc.useUtils();
  const status = trpc.queue.status.useQuery({}, { enabled, staleTime: Number.POSITIVE_INFINITY });
  const live = trpc.queue.onStatus.useSubscription(undefined, {
    enabled,
    onData: ({ data }) => utils.queue.status.setData({}, data),
  });
  return { status, connected: live.status === 'pending' };
}
