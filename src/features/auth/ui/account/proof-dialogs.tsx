'use client';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useFieldErrors } from '@/ui/use-field-errors.ts';
import type { Account, Proof } from '../../account.schema.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Asks that one shows once more who one is: by the password, or by a code. */
function ProofForm({
  account,
  action,
  danger = false,
  pending,
  error,
  onSubmit,
  onCancel,
}: {
  account: Account;
  action: string;
  danger?: boolean;
  pending: boolean;
  error: unknown;
  onSubmit(proof: Proof): void;
  onCancel(): void;
}) {
  const [byPassword, setByPassword] = useState(account.hasPassword);
  const { register, handleSubmit, setError, formState, reset } = useForm({
    defaultValues: { password: '', code: '' },
  });
  const { errors } = formState;
  const shown = useFieldErrors(error, ['password', 'code'], setError);
  const submit = handleSubmit(({ password, code }) => onSubmit(byPassword ? { password } : { code }));
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {byPassword ? (
        <Field key="password" label="Your password" error={errors.password?.message}>
          <Input
            type="password"
            autoComplete="current-password"
            {...register('password', { required: 'give your password' })}
          />
        </Field>
      ) : (
        <Field key="code" label="Code of the app, or a recovery code" error={errors.code?.message}>
          <Input
            autoComplete="one-time-code"
            className="font-mono tracking-wider"
            {...register('code', {
              required: 'give the code',
              minLength: { value: 6, message: 'has six digits' },
            })}
          />
        </Field>
      )}
      {account.hasPassword && (
        <Button
          variant="ghost"
          size="sm"
          className="-mt-1 self-start"
          onClick={() => {
            setByPassword(!byPassword);
            reset();
          }}
        >
          {byPassword ? 'Use a code instead' : 'Use the password instead'}
        </Button>
      )}
      {Boolean(error) && !shown && <Notice tone="danger">{messageOf(error)}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={onCancel}>
          Keep as it is
        </Button>
        <Button type="submit" variant={danger ? 'danger' : 'primary'} pending={pending}>
          {action}
        </Button>
      </div>
    </form>
  );
}

export function RenewCodesDialog({ account, onClose }: { account: Account; onClose(): void }) {
  const utils = trpc.useUtils();
  const [hurried, setHurried] = useState(false);
  const renew = trpc.account.renewRecoveryCodes.useMutation({
    onSuccess: () => utils.account.get.invalidate(),
  });
  const { data } = renew;
  const description: ReactNode = data ? undefined : 'The old ones are worth nothing from then on.';
  return (
    <Dialog
      open
      onOpenChange={() => (data ? setHurried(true) : onClose())}
      title={data ? 'Your new recovery codes' : 'Make new recovery codes'}
      description={description}
    >
      {data ? (
        <RecoveryCodes codes={data.codes} hurried={hurried} onDone={onClose} />
      ) : (
        <ProofForm
          account={account}
          action="Make new codes"
          pending={renew.isPending}
          error={renew.error}
          onSubmit={(proof) => renew.mutate(proof)}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}

export function DisableDialog({ account, onClose }: { account: Account; onClose(): void }) {
  const utils = trpc.useUtils();
  const disable = trpc.account.disableTwoFactor.useMutation({
    onSuccess: async () => {
      await utils.account.get.invalidate();
      onClose();
      toast.success('The second factor is off');
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Turn the second factor off?"
      description="Signing in asks for no code any more. The app’s entry and the recovery codes are worth nothing then."
    >
      <ProofForm
        account={account}
        action="Turn off"
        danger
        pending={disable.isPending}
        error={disable.error}
        onSubmit={(proof) => disable.mutate(proof)}
        onCancel={onClose}
      />
    </Dialog>
  );
}
