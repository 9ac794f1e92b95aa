'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { encodeQR } from 'qr';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { CopyField } from '@/ui/copy-field.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { ErrorState, Notice, Skeleton } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useFieldErrors } from '@/ui/use-field-errors.ts';
import { confirmTwoFactorInput } from '../../account.schema.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Turns the second factor on: the secret goes into an app, a code of it comes back, and then it counts. */
export function EnrolDialog({ onClose }: { onClose(): void }) {
  const utils = trpc.useUtils();
  const [hurried, setHurried] = useState(false);
  const start = trpc.account.startTwoFactor.useMutation();
  const confirm = trpc.account.confirmTwoFactor.useMutation({
    onSuccess: () => utils.account.sessions.invalidate(),
  });
  const { mutate: begin } = start;
  useEffect(() => begin(), [begin]);
  const done = () => {
    void utils.account.get.invalidate();
    onClose();
  };
  return (
    <Dialog
      open
      // Codes that were never seen are no help: with them on screen only “Done” closes.
      onOpenChange={() => (confirm.isSuccess ? setHurried(true) : done())}
      title={confirm.isSuccess ? 'The second factor is on' : 'Turn on the second factor'}
      description={confirm.isSuccess ? undefined : 'You need an authenticator app on your phone.'}
    >
      {start.isError && <ErrorState message={messageOf(start.error)} onRetry={() => begin()} />}
      {confirm.data ? (
        <RecoveryCodes codes={confirm.data.codes} hurried={hurried} onDone={done} />
      ) : (
        !start.isError && (
          <div className="flex flex-col gap-5">
            <div className="flex flex-col items-center gap-4 sm:flex-row sm:items-start">
              {start.data ? <QrCode text={start.data.uri} /> : <Skeleton className="size-44 shrink-0" />}
              <div className="flex w-full min-w-0 flex-col gap-3 text-sm">
                <p>
                  <strong className="font-semibold">1.</strong> Take a picture of this with the app, or type
                  the key into it:
                </p>
                {start.data ? (
                  <CopyField label="Key for the app" value={start.data.secret} />
                ) : (
                  <Skeleton className="h-9" />
                )}
                {start.data && (
                  <a
                    href={start.data.uri}
                    className="self-start text-accent-text underline-offset-4 hover:underline"
                  >
                    The app is on this device: open it
                  </a>
                )}
              </div>
            </div>
            <ConfirmForm confirm={confirm} ready={start.isSuccess} onCancel={done} />
          </div>
        )
      )}
    </Dialog>
  );
}

function ConfirmForm({
  confirm,
  ready,
  onCancel,
}: {
  confirm: ReturnType<typeof trpc.account.confirmTwoFactor.useMutation>;
  ready: boolean;
  onCancel(): void;
}) {
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(confirmTwoFactorInput),
    defaultValues: { code: '' },
  });
  const shown = useFieldErrors(confirm.error, ['code'], setError);
  return (
    <form
      onSubmit={handleSubmit((values) => confirm.mutate(values))}
      noValidate
      className="flex flex-col gap-4"
    >
      <Field
        label={
          <>
            <strong className="font-semibold">2.</strong> Give the code it shows
          </>
        }
        error={formState.errors.code?.message}
        hint="You are signed out everywhere else then."
      >
        <Input
          autoComplete="one-time-code"
          inputMode="numeric"
          className="font-mono tracking-wider"
          {...register('code')}
        />
      </Field>
      {confirm.isError && !shown && <Notice tone="danger">{messageOf(confirm.error)}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={onCancel}>
          Not now
        </Button>
        <Button type="submit" pending={confirm.isPending} disabled={!ready}>
          Turn on
        </Button>
      </div>
    </form>
  );
}

/** Dark on light whatever the theme is: not every camera reads it the other way round. */
function QrCode({ text }: { text: string }) {
  const rows = encodeQR(text, 'raw', { border: 2 });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      className="size-44 shrink-0 rounded-lg border border-line bg-white"
      shapeRendering="crispEdges"
      role="img"
      aria-label="Picture for the authenticator app; the key beside it says the same"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
