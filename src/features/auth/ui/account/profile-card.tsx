'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { type Account, updateProfileInput } from '../../account.schema.ts';
import { ChangeEmailDialog } from './change-email-dialog.tsx';

export function ProfileCard({ account }: { account: Account }) {
  const utils = trpc.useUtils();
  const [changing, setChanging] = useState(false);
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(updateProfileInput),
    defaultValues: { name: account.name ?? '' },
  });
  const save = trpc.account.update.useMutation({
    onSuccess: (saved) => {
      utils.account.get.setData(undefined, saved);
      void utils.workspaces.current.invalidate();
      reset({ name: saved.name ?? '' });
      toast.success('Your name was saved');
    },
  });
  return (
    <Card>
      <CardHeader title="Profile" description="How others in your workspaces see you." />
      <CardBody className="flex flex-col gap-5">
        <form
          onSubmit={handleSubmit((values) => save.mutate(values))}
          noValidate
          className="flex flex-col gap-3"
        >
          <div className="flex items-start gap-2">
            <Field label="Name" className="min-w-0 flex-1" error={formState.errors.name?.message}>
              <Input autoComplete="name" {...register('name')} />
            </Field>
            <Button
              type="submit"
              variant="secondary"
              className="mt-[26px]"
              pending={save.isPending}
              disabled={!formState.isDirty}
            >
              Save
            </Button>
          </div>
          {save.isError && <Notice tone="danger">{messageOf(save.error)}</Notice>}
        </form>
        <div>
          <p className="font-medium text-sm">Email address</p>
          <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p className="flex min-w-0 flex-wrap items-center gap-2 text-sm">
              <span className="min-w-0 break-all">{account.email}</span>
              {account.emailVerified ? (
                <Badge tone="success">Confirmed</Badge>
              ) : (
                <Badge tone="warning">Not confirmed</Badge>
              )}
            </p>
            {account.hasPassword && account.mail && (
              <Button variant="secondary" size="sm" onClick={() => setChanging(true)}>
                Change it
              </Button>
            )}
          </div>
        </div>
        {!account.emailVerified && <Unconfirmed account={account} />}
      </CardBody>
      {changing && <ChangeEmailDialog onClose={() => setChanging(false)} />}
    </Card>
  );
}

function Unconfirmed({ account }: { account: Account }) {
  const send = trpc.account.sendVerification.useMutation();
  if (!account.mail)
    return (
      <Notice tone="info">
        This server sends no mail yet, so that nobody’s address can be confirmed. Whoever runs it sets a mail
        server (SMTP_URL).
      </Notice>
    );
  if (send.isSuccess)
    return <Notice tone="success">A link is on its way to {account.email}. It holds for a day.</Notice>;
  return (
    <Notice tone="warning" title="Is this address yours?">
      <p>
        Follow the link we sent you. Until then a forgotten password cannot find you if the address is
        misspelled, and Google cannot be connected.
      </p>
      {send.isError && <p className="mt-2 font-medium">{messageOf(send.error)}</p>}
      <Button
        variant="secondary"
        size="sm"
        className="mt-3"
        pending={send.isPending}
        onClick={() => send.mutate()}
      >
        Send the link again
      </Button>
    </Notice>
  );
}
