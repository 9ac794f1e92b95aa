'use client';
import { CircleCheckBig } from 'lucide-react';
import { Card } from '@/ui/card.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { trpc } from '@/ui/trpc.tsx';
import type { UnmatchedReceipt } from '../../receipts.schema.ts';

const PAGE = 50;

/** What vendors reported about messages that are not ours: usually a vendor that is set up with the wrong ids. */
export function UnmatchedReceipts() {
  const list = trpc.receipts.unmatched.useInfiniteQuery(
    { limit: PAGE },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className="mb-3 text-muted text-sm">
        Receipts that named no message of ours, over all workspaces of this server, kept for a month. They
        changed nothing. Many of them mean that a vendor sends back other ids than it was given.
      </p>
      <Card className="overflow-hidden">
        <PagedList
          query={list}
          shown={items.length}
          columns={4}
          empty={
            <EmptyState icon={CircleCheckBig} title="Every receipt found its message">
              Nothing unknown was reported within the last month.
            </EmptyState>
          }
        >
          <ReceiptTable items={items} />
        </PagedList>
      </Card>
    </>
  );
}

const ReceiptTable = ({ items }: { items: readonly UnmatchedReceipt[] }) => (
  <Table stack label="Unmatched receipts">
    <thead>
      <tr>
        <Th>Message id</Th>
        <Th>Vendor’s id</Th>
        <Th>Said</Th>
        <Th>Received</Th>
      </tr>
    </thead>
    <tbody>
      {items.map((receipt) => (
        <Tr key={receipt.id}>
          <Td className="min-w-40 max-w-72 break-all font-mono text-small">{receipt.messageId}</Td>
          <Td label="Vendor’s id" className="min-w-40 max-w-72 break-all font-mono text-small">
            {receipt.vendorMessageId}
          </Td>
          <Td label="Said">{receipt.status.toLowerCase()}</Td>
          <Td label="Received" className="text-muted">
            <Time value={receipt.receivedAt} />
          </Td>
        </Tr>
      ))}
    </tbody>
  </Table>
);
