'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { NewSecretDialog, RotateSecretDialog } from '@/ui/secret-dialogs.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { usePostponed } from '@/ui/use-postponed.ts';
import type { WebhookEndpoint } from '../webhooks.schema.ts';
import { useEndpointSwitch } from './use-endpoint-switch.ts';

/** What can be done to a webhook beside changing it: another secret, off, gone. */
export function EndpointActions({ endpoint }: { endpoint: WebhookEndpoint }) {
  const [asking, setAsking] = useState<'rotate' | 'off' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const { id, url } = endpoint;
  const { turn } = useEndpointSwitch(id);
  const router = useRouter();
  const utils = trpc.useUtils();
  const postpone = usePostponed();
  const close = () => setAsking(null);
  const rotate = trpc.webhooks.rotateSecret.useMutation({
    onSuccess: async (made) => {
      setSecret(made.secret);
      close();
      await utils.webhooks.get.invalidate({ id });
    },
  });
  const remove = () => {
    router.push('/settings/webhooks');
    postpone({
      mutation: trpc.webhooks.delete,
      input: { id },
      ids: [id],
      message: `Webhook to ${new URL(url).host} deleted, with its secret and its log`,
      refresh: () => utils.webhooks.invalidate(),
      onUndo: () => router.push(`/settings/webhooks/${id}`),
    });
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="secondary" size="sm" onClick={() => setAsking('rotate')}>
        Make a new secret
      </Button>
      {!endpoint.disabledAt && (
        <Button variant="ghost" size="sm" onClick={() => setAsking('off')}>
          Turn off
        </Button>
      )}
      <Button variant="danger-ghost" size="sm" onClick={remove}>
        Delete
      </Button>
      {asking === 'rotate' && (
        <RotateSecretDialog
          what="what is sent there"
          pending={rotate.isPending}
          problem={rotate.isError ? messageOf(rotate.error) : null}
          onRotate={(overlapHours) => rotate.mutate({ id, overlapHours })}
          onClose={close}
        />
      )}
      <ConfirmDialog
        open={asking === 'off'}
        onOpenChange={(open) => !open && close()}
        title="Turn this webhook off?"
        description="Nothing is sent there, and events that happen meanwhile are not kept for it. What waits counts as failed and can be sent again later."
        action="Turn off"
        pending={false}
        onConfirm={() => {
          close();
          turn(false);
        }}
      />
      {secret && (
        <NewSecretDialog title="The new secret" secret={secret} onClose={() => setSecret(null)}>
          <p>Until the one before ends, each request carries a signature by both.</p>
        </NewSecretDialog>
      )}
    </div>
  );
}
