'use client';
import { Monitor, Smartphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { cn } from '@/lib/cn.ts';
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
  of,
  actions,
}: {
  audienceId: string;
  channel: Channel;
  subject: string;
  body: string;
  /** What is shown, such as Text B. */
  of?: string;
  actions?: ReactNode;
}) {
  const [onPhone, setOnPhone] = useState(false);
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
        description={`${of ? `${of}, as` : 'As'} ${customer ? customer.label : 'one customer'} gets it`}
        actions={
          <>
            {actions}
            {channel === 'EMAIL' && <FrameSwitch onPhone={onPhone} onChange={setOnPhone} />}
          </>
        }
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
          <Frame onPhone={onPhone || channel === 'SMS'}>
            <RenderedMessage rendered={preview.data} channel={channel} />
          </Frame>
        ) : (
          <Skeleton className="h-56" />
        )}
      </CardBody>
    </Card>
  );
}

/** What it is read on: a window, or a phone as narrow as most are. */
const Frame = ({ onPhone, children }: { onPhone: boolean; children: ReactNode }) => (
  <div
    className={cn(
      onPhone &&
        'mx-auto w-full max-w-[21rem] rounded-[2rem] border-[6px] border-line-strong/50 bg-background px-2.5 pt-6 pb-8 shadow-lg',
    )}
  >
    {children}
  </div>
);

function FrameSwitch({ onPhone, onChange }: { onPhone: boolean; onChange(onPhone: boolean): void }) {
  const choices = [
    { phone: false, label: 'As on a computer', icon: Monitor },
    { phone: true, label: 'As on a phone', icon: Smartphone },
  ];
  return (
    <div className="inline-flex rounded-lg border border-line bg-sunken p-0.5">
      {choices.map(({ phone, label, icon: Icon }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          aria-pressed={phone === onPhone}
          onClick={() => onChange(phone)}
          className="rounded-md px-2 py-1 text-muted transition-colors hover:text-foreground aria-pressed:bg-surface aria-pressed:text-foreground aria-pressed:shadow-xs dark:aria-pressed:bg-line"
        >
          <Icon className="size-4" aria-hidden />
        </button>
      ))}
    </div>
  );
}
