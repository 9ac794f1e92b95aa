'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { requestPasswordResetInput } from '../account.schema.ts';
import { AuthCard, TextLink } from './auth-card.tsx';
import { EmailInput } from './email-input.tsx';

const BACK = (
  <>
    You know it after all? <TextLink href="/sign-in">Sign in</TextLink>
  </>
);

/** @param mail whether letters of this server reach anybody */
export function ForgotPasswordForm({ mail }: { mail: boolean }) {
  const { register, handleSubmit, formState, getValues } = useForm({
    resolver: zodResolver(requestPasswordResetInput),
    defaultValues: { email: '' },
  });
  const ask = trpc.account.requestPasswordReset.useMutation();
  if (!mail)
    return (
      <AuthCard title="Choose a new password" description="This server sends no mail yet." footer={BACK}>
        <Notice tone="info">
          Ask whoever runs this server for a new password. They set one with{' '}
          <code className="font-mono text-small">npm run cli -- user reset-password</code>.
        </Notice>
      </AuthCard>
    );
  if (ask.isSuccess)
    return (
      <AuthCard
        announced
        title="Look into your mail"
        description={
          <>
            If <strong className="font-medium text-foreground">{getValues('email').trim()}</strong> has an
            account, a link is on its way. It works once, for one hour.
          </>
        }
        footer={BACK}
      >
        <p className="text-muted text-sm">
          Nothing there after some minutes? Look among the spam, or check how you spelled the address.
        </p>
        <Button variant="secondary" onClick={() => ask.reset()}>
          Give another address
        </Button>
      </AuthCard>
    );
  return (
    <AuthCard
      title="Choose a new password"
      description="We send a link to your address with which you choose one."
      footer={BACK}
    >
      {ask.isError && <Notice tone="danger">{messageOf(ask.error)}</Notice>}
      <form
        onSubmit={handleSubmit((values) => ask.mutate(values))}
        noValidate
        className="flex flex-col gap-4"
      >
        <Field label="Email" error={formState.errors.email?.message}>
          <EmailInput {...register('email')} />
        </Field>
        <Button type="submit" size="lg" pending={ask.isPending} className="text-sm">
          Send the link
        </Button>
      </form>
    </AuthCard>
  );
}
