'use client';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { CopyField } from '@/ui/copy-field.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { NewSecretDialog, RotateSecretDialog } from '@/ui/secret-dialogs.tsx';
import { SecretList } from '@/ui/secret-list.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { VendorOf } from '../vendors.schema.ts';

type Asking = 'rotate' | 'EARLIER' | 'ALL' | null;

/** What a vendor signs its receipts with, and where it posts them. */
export function ReceiptSecretCard({ vendor, may }: { vendor: VendorOf<'HTTP'>; may: boolean }) {
  const [asking, setAsking] = useState<Asking>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const utils = trpc.useUtils();
  const refresh = () =>
    Promise.all([utils.vendors.get.invalidate({ id: vendor.id }), utils.vendors.list.invalidate()]);
  const rotate = trpc.vendors.rotateReceiptSecret.useMutation({
    onSuccess: async (made) => {
      setSecret(made.secret);
      setAsking(null);
      await refresh();
    },
  });
  const retire = trpc.vendors.retireReceiptSecrets.useMutation({
    onSuccess: () => toast.success('Ended. It is refused within seconds.'),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: async () => {
      setAsking(null);
      await refresh();
    },
  });
  const { receiptSecrets: secrets } = vendor;
  const none = secrets.length === 0;
  return (
    <Card>
      <CardHeader
        title="Signing of receipts"
        description={
          none
            ? 'This vendor signs with the server-wide secret. With one of its own, nobody else can speak for its messages.'
            : 'Only this secret speaks for the messages that go through this vendor.'
        }
        actions={
          may && (
            <Button variant="secondary" onClick={() => setAsking('rotate')}>
              {none ? 'Make its own secret' : 'Make a new secret'}
            </Button>
          )
        }
      />
      <CardBody className="flex flex-col gap-4">
        <div>
          <p className="mb-1.5 font-medium text-sm">Where it posts receipts</p>
          <CopyField label="Address for receipts" value={vendor.callbackUrl} />
        </div>
        {!none && <SecretList secrets={secrets} />}
        {may && !none && (
          <div className="flex flex-wrap gap-2">
            {secrets.length > 1 && (
              <Button variant="danger-ghost" size="sm" onClick={() => setAsking('EARLIER')}>
                End earlier secrets now
              </Button>
            )}
            <Button variant="danger-ghost" size="sm" onClick={() => setAsking('ALL')}>
              Go back to the server-wide secret
            </Button>
          </div>
        )}
      </CardBody>
      {asking === 'rotate' && none && (
        <ConfirmDialog
          open
          danger={false}
          onOpenChange={(open) => !open && setAsking(null)}
          title="Make a secret of its own?"
          description="From that moment receipts signed with the server-wide secret no longer count for this vendor’s messages, those under way too. Give it the new secret right away."
          action="Make the secret"
          pending={rotate.isPending}
          onConfirm={() => rotate.mutate({ id: vendor.id })}
        />
      )}
      {asking === 'rotate' && !none && (
        <RotateSecretDialog
          what={`the receipts of “${vendor.name}”`}
          pending={rotate.isPending}
          problem={rotate.isError ? messageOf(rotate.error) : null}
          onRotate={(overlapHours) => rotate.mutate({ id: vendor.id, overlapHours })}
          onClose={() => setAsking(null)}
        />
      )}
      <ConfirmDialog
        open={asking === 'EARLIER' || asking === 'ALL'}
        onOpenChange={(open) => !open && setAsking(null)}
        title={asking === 'ALL' ? 'Go back to the server-wide secret?' : 'End earlier secrets now?'}
        description={
          asking === 'ALL'
            ? 'All of this vendor’s own secrets end. What it signs with them is refused.'
            : 'Receipts that are still signed with an earlier secret are refused from then on.'
        }
        action={asking === 'ALL' ? 'End all of its secrets' : 'End them'}
        pending={retire.isPending}
        onConfirm={() => retire.mutate({ id: vendor.id, which: asking === 'ALL' ? 'ALL' : 'EARLIER' })}
      />
      {secret && (
        <NewSecretDialog title="The secret for its receipts" secret={secret} onClose={() => setSecret(null)}>
          <p>
            Give it to the vendor, and with it the address above if it does not take it from each message.
          </p>
        </NewSecretDialog>
      )}
    </Card>
  );
}
