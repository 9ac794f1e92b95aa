'use client';
import Link from 'next/link';
import { Card, CardHeader } from '@/ui/card.tsx';
import { MessageStatusBadge, skipReasonText } from '@/ui/message-status.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';

/** What campaigns sent to the customer, or did not send and why. */
export function CustomerMessages({ customerId }: { customerId: string }) {
  const messages = trpc.campaigns.customerMessages.useQuery({ customerId, limit: 100 });
  return (
    <Card className="overflow-hidden">
      <CardHeader title="Messages" description="What they were sent, or why they were not." />
      {messages.isPending && <SkeletonRows rows={2} />}
      {messages.isError && (
        <ErrorState message={messageOf(messages.error)} onRetry={() => void messages.refetch()} />
      )}
      {messages.data?.items.length === 0 && (
        <p className="px-5 pb-5 text-muted text-sm">No campaign has reached them yet.</p>
      )}
      {messages.data && messages.data.items.length > 0 && (
        <Table label="Messages sent to this customer">
          <thead>
            <tr>
              <Th>Campaign</Th>
              <Th>Status</Th>
              <Th>When</Th>
            </tr>
          </thead>
          <tbody>
            {messages.data.items.map((message) => {
              const why = message.skipReason
                ? skipReasonText(message.skipReason, message.failureReason)
                : message.failureReason;
              return (
                <Tr key={message.id}>
                  <Td className="max-w-64">
                    <Link
                      href={`/campaigns/${message.campaignId}`}
                      className="block truncate font-medium underline-offset-4 hover:underline"
                    >
                      {message.campaignName}
                    </Link>
                  </Td>
                  <Td>
                    <MessageStatusBadge status={message.status} />
                    {why && <p className="mt-1 text-[13px] text-muted">{why}</p>}
                  </Td>
                  <Td className="text-muted">
                    <Time value={message.deliveredAt ?? message.sentAt ?? message.queuedAt} />
                  </Td>
                </Tr>
              );
            })}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
