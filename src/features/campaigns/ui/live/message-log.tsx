'use client';
import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { formatDateTime } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { Select } from '@/ui/input.tsx';
import { MessageStatusBadge, messageStatusLabel, skipReasonText } from '@/ui/message-status.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import {
  type LedgerStats,
  type Message,
  type MessageStatus,
  messageStatuses,
} from '../../messages.schema.ts';

const PAGE = 50;
/** The log follows the figures, but is fetched anew at most this often. */
const REFRESH_MS = 1_500;
/** Who is kept back for quiet hours stays queued, so no figure moves that would tell. */
const WAITING_REFRESH_MS = 5_000;

/** Everyone's message, newest row first, by status if wanted. */
export function MessageLog({ campaign }: { campaign: Campaign }) {
  const [status, setStatus] = useState<MessageStatus | ''>('');
  const log = trpc.campaigns.messages.useInfiniteQuery(
    { id: campaign.id, limit: PAGE, ...(status ? { status } : {}) },
    {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: (previous) => previous,
      refetchInterval: campaign.status === 'SENDING' && campaign.stats.queued > 0 && WAITING_REFRESH_MS,
    },
  );
  useRefreshWith(campaign.stats, () => void log.refetch());
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title="Messages"
        description="One row per person in the audience."
        actions={
          <Select
            aria-label="Show messages with status"
            className="w-48"
            value={status}
            onChange={(event) => setStatus(messageStatuses.find((name) => name === event.target.value) ?? '')}
          >
            <option value="">All</option>
            {messageStatuses.map((name) => (
              <option key={name} value={name}>
                {messageStatusLabel(name)}
              </option>
            ))}
          </Select>
        }
      />
      {log.isPending && <SkeletonRows />}
      {log.isError && !log.data && (
        <ErrorState message={messageOf(log.error)} onRetry={() => void log.refetch()} />
      )}
      {log.data && items.length === 0 && (
        <EmptyState icon={Inbox} title={status ? 'No message has this status' : 'No messages yet'}>
          {status
            ? 'Choose another status, or all.'
            : 'They appear here as soon as the recipients are found.'}
        </EmptyState>
      )}
      {items.length > 0 && <LogTable items={items} />}
      {log.hasNextPage && (
        <div className="flex justify-center border-line border-t p-3">
          <Button
            variant="ghost"
            size="sm"
            pending={log.isFetchingNextPage}
            onClick={() => void log.fetchNextPage()}
          >
            Load more
          </Button>
        </div>
      )}
    </Card>
  );
}

/** Calls `refresh` when the figures have moved, at most every REFRESH_MS, and once more after the last move. */
function useRefreshWith(stats: LedgerStats, refresh: () => void): void {
  const latest = useRef(refresh);
  latest.current = refresh;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const seen = useRef(JSON.stringify(stats));
  const state = JSON.stringify(stats);
  useEffect(() => {
    if (seen.current === state) return;
    seen.current = state;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current();
    }, REFRESH_MS);
  }, [state]);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
}

/** What there is to say of a message beside its status. */
function reasonOf({ status, skipReason, failureReason, notBefore }: Message): string | null {
  if (skipReason) return skipReasonText(skipReason, failureReason);
  if (status === 'QUEUED' && notBefore && notBefore > new Date())
    return `Quiet hours: waiting until ${formatDateTime(notBefore)}`;
  return failureReason;
}

const LogTable = ({ items }: { items: readonly Message[] }) => (
  <Table label="Messages">
    <thead>
      <tr>
        <Th>Recipient</Th>
        <Th>Status</Th>
        <Th>Why</Th>
        <Th className="text-right">Tries</Th>
        <Th>Last change</Th>
      </tr>
    </thead>
    <tbody>
      {items.map((message) => (
        <Tr key={message.id}>
          <Td className="max-w-64">
            <Link
              href={`/customers/${message.customerId}`}
              className="block truncate underline-offset-4 hover:underline"
            >
              {message.to ?? (message.skipReason === 'NO_ADDRESS' ? 'No address' : 'Address not kept')}
            </Link>
          </Td>
          <Td>
            <MessageStatusBadge status={message.status} />
          </Td>
          <Td className="max-w-80 text-muted">
            <span className="line-clamp-2">{reasonOf(message)}</span>
          </Td>
          <Td className="text-right tabular-nums">{message.attempts}</Td>
          <Td className="text-muted">
            <Time value={message.deliveredAt ?? message.sentAt ?? message.queuedAt} />
          </Td>
        </Tr>
      ))}
    </tbody>
  </Table>
);
