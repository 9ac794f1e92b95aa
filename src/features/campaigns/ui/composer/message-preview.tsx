'use client';
import { useState } from 'react';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Notice, Skeleton } from '@/ui/states.tsx';
import { fieldErrorsOf, messageOf, trpc } from '@/ui/trpc.tsx';
import { useDebounced } from '@/ui/use-debounced.ts';
import type { Channel } from '../../campaigns.schema.ts';
import { CustomerPicker } from './customer-picker.tsx';
import { RenderedMessage } from './rendered-message.tsx';

/** The message as one customer would get it, kept up with while it is written. */
export function MessagePreview({
  audienceId,
  channel,
  subject,
  body,
}: {
  audienceId: string;
  channel: Channel;
  subject: string;
  body: string;
}) {
  const [customer, setCustomer] = useState<{ id: string; label: string } | null>(null);
  const draft = useDebounced(
    {
      channel,
      template: { ...(channel === 'EMAIL' && subject ? { subject } : {}), body },
      ...(audienceId ? { audienceId } : {}),
      ...(customer ? { customerId: customer.id } : {}),
    },
    300,
  );
  const preview = trpc.campaigns.previewDraft.useQuery(draft, {
    enabled: draft.template.body.trim() !== '',
    placeholderData: (previous) => previous,
  });
  return (
    <Card>
      <CardHeader
        title="Preview"
        description={customer ? `As ${customer.label} gets it` : 'As one customer gets it'}
      />
      <CardBody className="flex flex-col gap-4">
        <CustomerPicker label="Preview as" placeholder="First of the audience" onChoose={setCustomer} />
        {body.trim() === '' ? (
          <p className="text-muted text-sm">Write a message to see it here.</p>
        ) : preview.isError ? (
          <Notice tone="warning" title="No preview">
            {fieldErrorsOf(preview.error)[0]?.message ?? messageOf(preview.error)}
          </Notice>
        ) : preview.data ? (
          <RenderedMessage rendered={preview.data} channel={channel} />
        ) : (
          <Skeleton className="h-56" />
        )}
      </CardBody>
    </Card>
  );
}
