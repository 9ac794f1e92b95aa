'use client';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { NewSecretDialog } from '@/ui/secret-dialogs.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { fieldErrorsOf, messageOf, trpc } from '@/ui/trpc.tsx';
import type { WebhookEventType } from '../webhook-events.schema.ts';
import { createEndpointInput, type WebhookEndpoint } from '../webhooks.schema.ts';
import { EventPicker } from './event-picker.tsx';

/** Adds an endpoint and shows its secret this once, or changes one. */
export function EndpointDialog({ endpoint, onClose }: { endpoint: WebhookEndpoint | null; onClose(): void }) {
  const [secret, setSecret] = useState<string | null>(null);
  // What is being edited, whatever is told of it meanwhile.
  const [ifUpdatedAt] = useState(endpoint?.updatedAt);
  const utils = trpc.useUtils();
  const create = trpc.webhooks.create.useMutation({
    onSuccess: async (made) => {
      setSecret(made.secret);
      await utils.webhooks.invalidate();
    },
  });
  const update = trpc.webhooks.update.useMutation({
    onSuccess: async () => {
      toast.success('Saved. It holds for events from now on.');
      await utils.webhooks.invalidate();
      onClose();
    },
  });
  if (secret)
    return (
      <NewSecretDialog title="The secret of this webhook" secret={secret} onClose={onClose}>
        <p>
          Our requests are signed with it as Standard Webhooks describes. Check the signature before you
          believe what a request says.
        </p>
      </NewSecretDialog>
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={endpoint ? 'Change the webhook' : 'Add a webhook'}
      description="An address of another system that is told when something happens here."
      className="max-w-xl"
    >
      <EndpointForm
        endpoint={endpoint}
        pending={create.isPending || update.isPending}
        failure={create.error ?? update.error}
        onSubmit={(input) =>
          endpoint ? update.mutate({ id: endpoint.id, ifUpdatedAt, ...input }) : create.mutate(input)
        }
        onClose={onClose}
      />
    </Dialog>
  );
}

interface Values {
  url: string;
  description: string;
  events: WebhookEventType[];
}

function EndpointForm({
  endpoint,
  pending,
  failure,
  onSubmit,
  onClose,
}: {
  endpoint: WebhookEndpoint | null;
  pending: boolean;
  failure: unknown;
  onSubmit(values: Values): void;
  onClose(): void;
}) {
  const [values, setValues] = useState<Values>({
    url: endpoint?.url ?? '',
    description: endpoint?.description ?? '',
    events: createEndpointInput.shape.events.safeParse(endpoint?.events ?? []).data ?? [],
  });
  const [submitted, setSubmitted] = useState(false);
  const checked = createEndpointInput.safeParse(values);
  const fromServer = fieldErrorsOf(failure);
  const errorOf = (path: string): string | undefined =>
    (submitted ? checked.error?.issues.find((issue) => issue.path[0] === path)?.message : undefined) ??
    fromServer.find((error) => error.path === path)?.message;
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setSubmitted(true);
        if (checked.success) onSubmit(values);
      }}
    >
      <Field label="Address" error={errorOf('url')}>
        <Input
          type="url"
          autoComplete="off"
          placeholder="https://hooks.example.com/nexusflow"
          value={values.url}
          onChange={(event) => set({ url: event.target.value })}
        />
      </Field>
      <Field label="Description" optional error={errorOf('description')} hint="What is behind the address.">
        <Input
          autoComplete="off"
          value={values.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      <EventPicker value={values.events} onChange={(events) => set({ events })} error={errorOf('events')} />
      {failure != null && fromServer.length === 0 && <Notice tone="danger">{messageOf(failure)}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" pending={pending}>
          {endpoint ? 'Save' : 'Add webhook'}
        </Button>
      </div>
    </form>
  );
}
