'use client';
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import Link from 'next/link';
import { ExplainedRules } from '@/features/audiences/ui/audience-explanation.tsx';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useAddressParam } from '@/ui/use-address-param.ts';
import type { WhyRecipient } from '../../log/why.schema.ts';
import { CustomerPicker } from '../composer/customer-picker.tsx';
import { answerOf } from './why-words.ts';

/** Why one customer did or did not get it, in plain words. Whom it is about stands in the address: `?why=`. */
export function WhyCard({ campaignId, onOpen }: { campaignId: string; onOpen(messageId: string): void }) {
  const [customerId, setCustomerId] = useAddressParam('why');
  return (
    <Card aria-label="Why did or didn’t they get it?">
      <CardHeader
        title="Why did or didn’t they get it?"
        description="Look up anybody: those it went to, those it left out, and those it was not meant for."
      />
      <CardBody className="flex flex-col gap-4">
        <div className="max-w-md">
          <CustomerPicker
            label="Customer to ask about"
            placeholder="Name or email"
            onChoose={(customer) => setCustomerId(customer?.id ?? null)}
          />
        </div>
        {customerId && <Why campaignId={campaignId} customerId={customerId} onOpen={onOpen} />}
      </CardBody>
    </Card>
  );
}

function Why({
  campaignId,
  customerId,
  onOpen,
}: {
  campaignId: string;
  customerId: string;
  onOpen(messageId: string): void;
}) {
  const why = trpc.campaigns.whyRecipient.useQuery({ id: campaignId, customerId });
  if (why.isPending) return <SkeletonRows rows={2} />;
  if (!why.data) return <ErrorState message={messageOf(why.error)} onRetry={() => void why.refetch()} />;
  return <Answer why={why.data} onOpen={onOpen} />;
}

const icons = {
  yes: { icon: CircleCheck, className: 'text-success-text' },
  no: { icon: CircleX, className: 'text-danger-text' },
  open: { icon: CircleHelp, className: 'text-info-text' },
};

function Answer({ why, onOpen }: { why: WhyRecipient; onOpen(messageId: string): void }) {
  const { verdict, title, text, advice } = answerOf(why);
  const { icon: Icon, className } = icons[verdict];
  const { customer, message, audience } = why;
  return (
    <div>
      <div role="status" className="flex items-start gap-2.5">
        <Icon className={cn('mt-0.5 size-5 shrink-0', className)} aria-hidden />
        <div className="min-w-0 text-sm">
          <p className="wrap-anywhere font-semibold">{title}</p>
          <p className="wrap-anywhere mt-0.5">{text}</p>
          {advice && <p className="wrap-anywhere mt-1 text-muted">{advice}</p>}
          <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
            {message && (
              <Button variant="secondary" size="sm" onClick={() => onOpen(message.id)}>
                Everything that happened
              </Button>
            )}
            <Link
              href={`/customers/${customer.id}`}
              className="wrap-anywhere text-small text-muted underline underline-offset-4"
            >
              {customer.name ? `${customer.name}, ${customer.email}` : customer.email}
            </Link>
          </p>
        </div>
      </div>
      {audience && !audience.inAudience && (
        <div className="mt-4 border-line border-t pt-4">
          <p className="mb-2 text-small text-muted">
            The rule of “{audience.name}”, and what they have right now
          </p>
          <ExplainedRules explanation={audience.explanation} />
        </div>
      )}
    </div>
  );
}
