'use client';
import { formatDateTime } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Attempt, WebhookDelivery } from '../webhooks.schema.ts';

/** One event: what was sent, and each try with its answer. */
export function DeliveryDialog({ id, may, onClose }: { id: string; may: boolean; onClose(): void }) {
  const utils = trpc.useUtils();
  const delivery = trpc.webhooks.delivery.useQuery({ id });
  const resend = trpc.webhooks.redeliver.useMutation({
    onSuccess: () => {
      toast.success('It is sent again');
      onClose();
    },
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => utils.webhooks.invalidate(),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={delivery.data?.type ?? 'Event'}
      description={
        delivery.data && <span className="wrap-anywhere font-mono text-xs">{delivery.data.eventId}</span>
      }
      className="max-w-2xl"
    >
      {delivery.data ? (
        <Loaded delivery={delivery.data} />
      ) : delivery.isError ? (
        <ErrorState message={messageOf(delivery.error)} onRetry={() => void delivery.refetch()} />
      ) : (
        <SkeletonRows />
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={onClose}>
          Close
        </Button>
        {may && delivery.data && delivery.data.status !== 'PENDING' && (
          <Button pending={resend.isPending} onClick={() => resend.mutate({ id })}>
            Send it again
          </Button>
        )}
      </div>
    </Dialog>
  );
}

const Loaded = ({ delivery }: { delivery: WebhookDelivery }) => (
  <div className="flex flex-col gap-5">
    <section aria-label="Tries" className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">Tries</h3>
      {delivery.attempts.length === 0 && <p className="text-muted text-sm">It was not sent yet.</p>}
      <ol className="flex flex-col gap-2">
        {delivery.attempts.toReversed().map((attempt) => (
          <Try key={attempt.at.toISOString()} attempt={attempt} />
        ))}
      </ol>
      {delivery.nextAttemptAt && (
        <p className="text-small text-muted">Next try: {formatDateTime(delivery.nextAttemptAt)}</p>
      )}
    </section>
    <section aria-label="What was sent">
      <h3 className="font-medium text-sm">What was sent</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="mt-1.5 max-h-72 overflow-auto rounded-lg bg-sunken p-3 font-mono text-xs">
        {JSON.stringify(delivery.payload, null, 2)}
      </pre>
    </section>
  </div>
);

const Try = ({ attempt }: { attempt: Attempt }) => (
  <li className="rounded-lg border border-line px-3 py-2 text-sm">
    <div className="flex flex-wrap justify-between gap-x-4">
      <span className={attempt.error ? 'text-danger-text' : 'text-success-text'}>
        {attempt.error ?? `It answered ${attempt.status}`}
      </span>
      <span className="text-small text-muted tabular-nums">
        {formatDateTime(attempt.at)}, {attempt.ms} ms
      </span>
    </div>
    {attempt.answer && (
      <pre className="wrap-anywhere mt-1.5 max-h-32 overflow-y-auto whitespace-pre-wrap font-mono text-muted text-xs">
        {attempt.answer}
      </pre>
    )}
  </li>
);
