'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useFieldErrors } from '@/ui/use-field-errors.ts';
import { changeEmailInput } from '../../account.schema.ts';

/** Asks for a new address; it is the account's once its link is followed. */
export function ChangeEmailDialog({ onClose }: { onClose(): void }) {
  const { register, handleSubmit, setError, formState, getValues } = useForm({
    resolver: zodResolver(changeEmailInput),
    defaultValues: { email: '', password: '' },
  });
  const { errors } = formState;
  const change = trpc.account.changeEmail.useMutation();
  const shown = useFieldErrors(change.error, ['email', 'password'], setError);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Change your email address"
      description="We send a link to the new address. Until you follow it, the old one stays."
    >
      {change.isSuccess ? (
        <div className="flex flex-col gap-4">
          <Notice tone="success">
            A link is on its way to {getValues('email').trim()}. It holds for a day.
          </Notice>
          <Button className="self-end" onClick={onClose}>
            Close
          </Button>
        </div>
      ) : (
        <form
          onSubmit={handleSubmit((values) => change.mutate(values))}
          noValidate
          className="flex flex-col gap-4"
        >
          <Field label="New address" error={errors.email?.message}>
            <Input type="email" autoComplete="email" {...register('email')} />
          </Field>
          <Field label="Your password" error={errors.password?.message}>
            <Input type="password" autoComplete="current-password" {...register('password')} />
          </Field>
          {change.isError && !shown && <Notice tone="danger">{messageOf(change.error)}</Notice>}
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="secondary" onClick={onClose}>
              Keep the old one
            </Button>
            <Button type="submit" pending={change.isPending}>
              Send the link
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
