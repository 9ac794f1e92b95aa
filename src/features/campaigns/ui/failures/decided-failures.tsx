'use client';
import { Archive, History, RotateCw } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { trpc } from '@/ui/trpc.tsx';
import type { DeadLetter } from '../../dead-letters.schema.ts';
import { MessageDialog } from './message-dialog.tsx';

const PAGE = 50;

/** What was retried or discarded, newest failure first. One that failed again after a retry is open again instead. */
export function DecidedFailures({
  status,
  campaignId,
  reason,
}: {
  status: 'RETRIED' | 'DISCARDED';
  campaignId: string | undefined;
  reason: string | undefined;
}) {
  const list = trpc.deadLetters.list.useInfiniteQuery(
    { status, limit: PAGE, ...(campaignId ? { campaignId } : {}), ...(reason ? { reason } : {}) },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card className="overflow-hidden">
      <PagedList
        query={list}
        shown={items.length}
        columns={4}
        empty={<Nothing status={status} ofCause={reason !== undefined} />}
      >
        <DecidedTable status={status} items={items} />
      </PagedList>
    </Card>
  );
}

const Nothing = ({ status, ofCause }: { status: 'RETRIED' | 'DISCARDED'; ofCause: boolean }) =>
  status === 'RETRIED' ? (
    <EmptyState
      icon={RotateCw}
      title={ofCause ? 'Nothing was retried for this cause' : 'Nothing was retried'}
    >
      Messages you send once more are listed here, unless they fail again: then they are back under “Open”.
    </EmptyState>
  ) : (
    <EmptyState
      icon={Archive}
      title={ofCause ? 'Nothing was discarded for this cause' : 'Nothing was discarded'}
    >
      Messages you give up are kept here, with your note.
    </EmptyState>
  );

const DecidedTable = ({
  status,
  items,
}: {
  status: 'RETRIED' | 'DISCARDED';
  items: readonly DeadLetter[];
}) => (
  <Table stack label={status === 'RETRIED' ? 'Retried messages' : 'Discarded messages'}>
    <thead>
      <tr>
        <Th>Recipient</Th>
        <Th>Campaign and cause</Th>
        {status === 'DISCARDED' && <Th>Note</Th>}
        <Th>{status === 'RETRIED' ? 'Retried' : 'Discarded'}</Th>
        <Th className="w-px">
          <span className="sr-only">What happened</span>
        </Th>
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <Tr key={item.id}>
          <Td className="max-w-60">
            <Link
              href={`/customers/${item.customerId}`}
              className="block truncate underline-offset-4 hover:underline"
            >
              {item.to ?? 'Address not kept'}
            </Link>
          </Td>
          <Td label="Campaign and cause" className="min-w-56 max-w-80">
            <Link
              href={`/campaigns/${item.campaignId}`}
              className="block truncate underline-offset-4 hover:underline"
              title={item.campaignName}
            >
              {item.campaignName}
            </Link>
            <span className="break-words text-small text-muted">{item.reason}</span>
          </Td>
          {status === 'DISCARDED' && (
            <Td label="Note" className="min-w-56 max-w-96 whitespace-pre-line break-words">
              {item.note ?? <span className="text-muted">No note</span>}
            </Td>
          )}
          <Td label={status === 'RETRIED' ? 'Retried' : 'Discarded'} className="text-muted">
            <Time value={item.resolvedAt ?? item.createdAt} />
          </Td>
          <Td className="w-px py-1">
            <HistoryButton item={item} />
          </Td>
        </Tr>
      ))}
    </tbody>
  </Table>
);

function HistoryButton({ item }: { item: DeadLetter }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        aria-label={`History of ${item.to ?? 'the message without an address'}`}
        onClick={() => setOpen(true)}
      >
        <History aria-hidden />
        History
      </Button>
      {open && <MessageDialog id={item.id} editable={false} onClose={() => setOpen(false)} />}
    </>
  );
}
