'use client';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { plural } from '@/lib/format.ts';
import { Badge, type Tone } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { Select } from '@/ui/input.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import {
  type DeliveryRow,
  type DeliveryStatus,
  deliveryStatuses,
  type WebhookEndpoint,
} from '../webhooks.schema.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';

const words: Record<DeliveryStatus, { label: string; tone: Tone }> = {
  PENDING: { label: 'Waiting', tone: 'info' },
  DELIVERED: { label: 'Delivered', tone: 'success' },
  FAILED: { label: 'Failed', tone: 'danger' },
};
const REFRESH_MS = 5_000;

/** What was sent to a webhook in the last month, newest first. */
export function DeliveryLog({ endpoint, may }: { endpoint: WebhookEndpoint; may: boolean }) {
  const { id } = endpoint;
  const [status, setStatus] = useState<DeliveryStatus | ''>('');
  const [type, setType] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const utils = trpc.useUtils();
  const log = trpc.webhooks.deliveries.useInfiniteQuery(
    { id, ...(status ? { status } : {}), ...(type ? { type } : {}) },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, refetchInterval: REFRESH_MS },
  );
  const resend = trpc.webhooks.redeliverFailed.useMutation({
    onSuccess: ({ redelivered }) =>
      void toast.success(
        redelivered === 0 ? 'Nothing has failed' : `${plural(redelivered, 'event')} sent again`,
      ),
    onError: (error) => void toast.error(messageOf(error)),
    onSettled: () => utils.webhooks.deliveries.invalidate({ id }),
  });
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title="Log"
        description="Every event with each try, for a month."
        actions={
          may && (
            <Button
              variant="secondary"
              disabled={endpoint.disabledAt !== null}
              pending={resend.isPending}
              onClick={() => resend.mutate({ id })}
            >
              Send failed ones again
            </Button>
          )
        }
      />
      <div className="flex flex-wrap gap-2 px-5 pb-4">
        <Select
          aria-label="State"
          className="w-full sm:w-40"
          value={status}
          onChange={(event) => setStatus(deliveryStatuses.find((s) => s === event.target.value) ?? '')}
        >
          <option value="">Every state</option>
          {deliveryStatuses.map((one) => (
            <option key={one} value={one}>
              {words[one].label}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Event"
          className="w-full sm:w-56"
          value={type}
          onChange={(event) => setType(event.target.value)}
        >
          <option value="">Every event</option>
          {[...endpoint.events, 'webhook.test'].map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      </div>
      <PagedList
        query={log}
        shown={items.length}
        columns={5}
        empty={
          <EmptyState icon={Inbox} title={status || type ? 'Nothing like that' : 'Nothing was sent yet'}>
            {status || type
              ? 'No event of the last month fits these choices.'
              : 'Events appear here as they happen. Send a test event to see one.'}
          </EmptyState>
        }
      >
        <LogTable items={items} onShow={setShown} />
      </PagedList>
      {shown && (
        <DeliveryDialog id={shown} may={may && endpoint.disabledAt === null} onClose={() => setShown(null)} />
      )}
    </Card>
  );
}

const LogTable = ({ items, onShow }: { items: readonly DeliveryRow[]; onShow(id: string): void }) => (
  <Table stack label="Deliveries">
    <thead>
      <tr>
        <Th>Event</Th>
        <Th>State</Th>
        <Th>Last answer</Th>
        <Th className="text-right">Tries</Th>
        <Th>Happened</Th>
        <Th>
          <span className="sr-only">Details</span>
        </Th>
      </tr>
    </thead>
    <tbody>
      {items.map((row) => {
        const last = row.attempts.at(-1);
        const { label, tone } = words[row.status];
        return (
          <Tr key={row.id}>
            <Td className="font-mono text-small">{row.type}</Td>
            <Td label="State">
              <Badge tone={tone}>{label}</Badge>
            </Td>
            <Td label="Last answer" className="min-w-44 text-muted">
              {last?.error ?? (last ? `${last.status} in ${last.ms} ms` : 'Not sent yet')}
              {row.nextAttemptAt && last && (
                <span className="block text-small">
                  Next try <Time value={row.nextAttemptAt} />
                </span>
              )}
            </Td>
            <Td label="Tries" className="text-right tabular-nums">
              {row.attempts.length}
            </Td>
            <Td label="Happened" className="text-muted">
              <Time value={row.createdAt} />
            </Td>
            <Td className="text-right">
              <Button
                variant="ghost"
                size="sm"
                aria-label={`Details of ${row.type}`}
                onClick={() => onShow(row.id)}
              >
                Details
              </Button>
            </Td>
          </Tr>
        );
      })}
    </tbody>
  </Table>
);
