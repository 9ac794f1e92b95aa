'use client';
import Link from 'next/link';
import { Card, CardHeader } from '@/ui/card.tsx';
import { LoadMore } from '@/ui/load-more.tsx';
import { MessageStatusBadge, skipReasonText } from '@/ui/message-status.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, type RouterOutputs, trpc } from '@/ui/trpc.tsx';

const PAGE = 20;
type CustomerMessage = RouterOutputs['campaigns']['customerMessages']['items'][number];

/** What campaigns sent to the customer, or did not send and why. */
export function CustomerMessages({ customerId }: { customerId: string }) {
  const messages = trpc.campaigns.customerMessages.useInfiniteQuery(
    { customerId, limit: PAGE },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  const items = messages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card className="overflow-hidden">
      <CardHeader title="Messages" description="What they were sent, or why they were not." />
      {messages.isPending && <SkeletonRows rows={2} />}
      {messages.isError && !messages.data && (
        <ErrorState message={messageOf(messages.error)} onRetry={() => void messages.refetch()} />
      )}
      {messages.data && items.length === 0 && (
        <p className="px-5 pb-5 text-muted text-sm">No campaign has reached them yet.</p>
      )}
      {items.length > 0 && (
        <>
          <Table label="Messages sent to this customer">
            <thead>
              <tr>
                <Th>Campaign</Th>
                <Th>Status</Th>
                <Th>When</Th>
              </tr>
            </thead>
            <tbody>
              {items.map((message) => (
                <MessageRow key={message.id} message={message} />
              ))}
            </tbody>
          </Table>
          <LoadMore
            shown={items.length}
            hasMore={messages.hasNextPage}
            pending={messages.isFetchingNextPage}
            failed={messages.isFetchNextPageError ? messageOf(messages.error) : undefined}
            onLoad={() => void messages.fetchNextPage()}
          />
        </>
      )}
    </Card>
  );
}

function MessageRow({ message }: { message: CustomerMessage }) {
  const why = message.skipReason
    ? skipReasonText(message.skipReason, message.failureReason)
    : message.failureReason;
  return (
    <Tr>
      <Td className="max-w-64">
        <Link
          href={`/campaigns/${message.campaignId}`}
          className="block truncate font-medium underline-offset-4 hover:underline"
        >
          {message.campaignName}
        </Link>
      </Td>
      <Td className="min-w-44">
        <Link
          href={`/campaigns/${message.campaignId}?message=${message.id}`}
          aria-label={`What happened to the message of ${message.campaignName}`}
          className="inline-block rounded-full underline-offset-4 hover:underline"
        >
          <MessageStatusBadge status={message.status} />
        </Link>
        {why && <p className="mt-1 break-words text-small text-muted">{why}</p>}
      </Td>
      <Td className="text-small text-muted">
        <Times message={message} />
      </Td>
    </Tr>
  );
}

/** The moments it has come to so far, the latest first. */
const Times = ({ message: { queuedAt, sentAt, deliveredAt } }: { message: CustomerMessage }) => (
  <ul>
    {(
      [
        ['Delivered', deliveredAt],
        ['Sent', sentAt],
        ['Prepared', queuedAt],
      ] as const
    ).map(([label, at]) =>
      at ? (
        <li key={label} className="whitespace-nowrap">
          {label} <Time value={at} />
        </li>
      ) : null,
    )}
  </ul>
);
