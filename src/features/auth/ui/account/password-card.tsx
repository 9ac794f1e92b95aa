'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useFieldErrors } from '@/ui/use-field-errors.ts';
import { type Account, changePasswordInput } from '../../account.schema.ts';

export const PasswordCard = ({ account }: { account: Account }) => (
  <Card>
    <CardHeader
      title="Password"
      description={
        account.hasPassword
          ? 'A new one signs you out everywhere else.'
          : 'You have none: you sign in with Google alone.'
      }
    />
    <CardBody>{account.hasPassword ? <ChangePassword /> : <FirstPassword account={account} />}</CardBody>
  </Card>
);

const EMPTY = { currentPassword: '', newPassword: '' };

function ChangePassword() {
  const utils = trpc.useUtils();
  const { register, handleSubmit, setError, formState, reset } = useForm({
    resolver: zodResolver(changePasswordInput),
    defaultValues: EMPTY,
  });
  const { errors } = formState;
  const change = trpc.account.changePassword.useMutation({
    onSuccess: ({ ended }) => {
      reset(EMPTY);
      void utils.account.sessions.invalidate();
      toast.success(
        ended === 0
          ? 'Your password is changed'
          : `Your password is changed, and ${plural(ended, 'other session')} ended`,
      );
    },
  });
  const shown = useFieldErrors(change.error, ['currentPassword', 'newPassword'], setError);
  return (
    <form
      onSubmit={handleSubmit((values) => change.mutate(values))}
      noValidate
      className="grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-2"
    >
      <Field label="Present password" error={errors.currentPassword?.message}>
        <Input type="password" autoComplete="current-password" {...register('currentPassword')} />
      </Field>
      <Field label="New password" error={errors.newPassword?.message} hint="At least 10 characters.">
        <Input type="password" autoComplete="new-password" {...register('newPassword')} />
      </Field>
      {change.isError && !shown && (
        <Notice tone="danger" className="sm:col-span-2">
          {messageOf(change.error)}
        </Notice>
      )}
      <div className="flex justify-end sm:col-span-2">
        <Button type="submit" pending={change.isPending} disabled={!formState.isDirty}>
          Change the password
        </Button>
      </div>
    </form>
  );
}

/** By a link to the address: a page left open on a desk is not enough to give an account a password. */
function FirstPassword({ account }: { account: Account }) {
  const send = trpc.account.sendPasswordLink.useMutation();
  if (!account.mail)
    return (
      <Notice tone="info">
        This server sends no mail yet. Whoever runs it can set a password for you (npm run cli -- user
        reset-password).
      </Notice>
    );
  if (send.isSuccess)
    return (
      <Notice tone="success">A link is on its way to {account.email}. It works once, for one hour.</Notice>
    );
  return (
    <div className="flex flex-col items-start gap-3">
      {send.isError && <Notice tone="danger">{messageOf(send.error)}</Notice>}
      <Button variant="secondary" pending={send.isPending} onClick={() => send.mutate()}>
        Send me a link to set one
      </Button>
    </div>
  );
}
