'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';

/** One message to oneself, outside the ledger. */
export function TestSend({ campaign, variant = 'A' }: { campaign: Campaign; variant?: string }) {
  const [to, setTo] = useState('');
  const test = trpc.campaigns.test.useMutation({
    onSuccess: ({ status, reason }) => {
      if (status === 'ACCEPTED') toast.success(`The vendor took the test message for ${to}`);
      else toast.error(`The vendor refused it: ${reason ?? 'no reason given'}`);
    },
    onError: toast.error,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.mutate({ id: campaign.id, to: to.trim(), variant });
  };
  const email = campaign.channel === 'EMAIL';
  return (
    <Card>
      <CardHeader
        title="Test send"
        description={`Sends ${campaign.experiment?.variants.length ? `text ${variant}` : 'it'} once, to you, as the audience’s first customer gets it.`}
      />
      <CardBody>
        <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
          <Field label={email ? 'Your email address' : 'Your phone number'} className="min-w-52 flex-1">
            <Input
              type={email ? 'email' : 'tel'}
              required
              maxLength={320}
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          </Field>
          <Button type="submit" variant="secondary" pending={test.isPending}>
            Send a test
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
