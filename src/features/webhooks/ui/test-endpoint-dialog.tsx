'use client';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { WebhookEndpoint } from '../webhooks.schema.ts';

/** Sends a test event now and shows what the other side answered. */
export function TestEndpointDialog({ endpoint, onClose }: { endpoint: WebhookEndpoint; onClose(): void }) {
  const utils = trpc.useUtils();
  const test = trpc.webhooks.test.useMutation({ onSettled: () => utils.webhooks.deliveries.invalidate() });
  const result = test.data;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Test this webhook"
      description="Sends the event webhook.test once, signed as every other. It stands in the log."
    >
      <div className="flex flex-col gap-5">
        {result && (
          <Notice
            tone={result.error ? 'danger' : 'success'}
            title={result.error ? 'It did not get through' : 'It was taken'}
          >
            <p>
              {result.error ? `${result.error}.` : `It answered ${result.status}.`}{' '}
              <span className="whitespace-nowrap tabular-nums">({result.ms} ms)</span>
            </p>
            {result.answer && (
              <pre className="wrap-anywhere mt-2 max-h-40 overflow-y-auto whitespace-pre-wrap font-mono text-xs">
                {result.answer}
              </pre>
            )}
          </Notice>
        )}
        {test.isError && <Notice tone="danger">{messageOf(test.error)}</Notice>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Close
          </Button>
          <Button pending={test.isPending} onClick={() => test.mutate({ id: endpoint.id })}>
            Send the test event
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
