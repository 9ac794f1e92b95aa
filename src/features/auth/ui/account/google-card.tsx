'use client';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { formatDay } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Account } from '../../account.schema.ts';

export function GoogleCard({ account }: { account: Account }) {
  const { linkedAt, offered } = account.google;
  return (
    <Card>
      <CardHeader
        title={
          <span className="flex flex-wrap items-center gap-2">
            Google {linkedAt && <Badge tone="success">Connected</Badge>}
          </span>
        }
        description={
          linkedAt
            ? `A Google account signs in to this one since ${formatDay(linkedAt)}.`
            : 'Sign in with your Google account instead of the password.'
        }
        actions={
          linkedAt ? <Disconnect account={account} /> : offered && account.emailVerified && <Connect />
        }
      />
      {!linkedAt && !account.emailVerified && (
        <CardBody>
          <Notice tone="info">
            Confirm your email address first: only then is it certain that both accounts are yours.
          </Notice>
        </CardBody>
      )}
    </Card>
  );
}

function Connect() {
  const prepare = trpc.account.prepareGoogleLink.useMutation({
    onSuccess: () => signIn('google', { callbackUrl: '/settings/account' }),
    onError: (error) => toast.error(messageOf(error)),
  });
  return (
    <Button
      variant="secondary"
      pending={prepare.isPending || prepare.isSuccess}
      onClick={() => prepare.mutate()}
    >
      Connect Google
    </Button>
  );
}

function Disconnect({ account }: { account: Account }) {
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState(false);
  const unlink = trpc.account.unlinkGoogle.useMutation({
    onSuccess: async () => {
      await utils.account.get.invalidate();
      setAsking(false);
      toast.success('Google is disconnected');
    },
    onError: (error) => {
      setAsking(false);
      toast.error(messageOf(error));
    },
  });
  if (!account.hasPassword)
    return <p className="max-w-52 text-small text-muted">Set a password before you disconnect it.</p>;
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)}>
        Disconnect
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Disconnect Google?"
        description="From then on you sign in with your password alone. You can connect it again at any time."
        action="Disconnect"
        pending={unlink.isPending}
        onConfirm={() => unlink.mutate()}
      />
    </>
  );
}
