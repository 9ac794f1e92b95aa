'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useFieldErrors } from '@/ui/use-field-errors.ts';
import { newPasswordSchema } from '../auth.schema.ts';
import { AuthCard, TextLink } from './auth-card.tsx';
import { PasswordInput } from './password-input.tsx';
import { PasswordRules } from './password-rules.tsx';
import { signInWithPassword } from './sign-in.ts';

const formSchema = z.object({ password: newPasswordSchema });

export const SpentLink = ({ what, href, action }: { what: string; href: string; action: string }) => (
  <AuthCard
    title="This link does not work any more"
    description={what}
    footer={<TextLink href={href}>{action}</TextLink>}
  />
);

/** Where the link of a letter leads: a new password, with which one is signed in at once. */
export function ResetPasswordForm({ token }: { token: string }) {
  const { register, handleSubmit, setError, formState, control } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { password: '' },
  });
  const password = useWatch({ control, name: 'password' });
  const [signInFailed, setSignInFailed] = useState(false);
  const reset = trpc.account.resetPassword.useMutation({
    onSuccess: async ({ email }, { password }) => {
      // At once: while somebody is guessing at the account, a later try might have to wait.
      if ((await signInWithPassword(email, password)) !== null) setSignInFailed(true);
    },
  });
  const shown = useFieldErrors(reset.error, ['password'], setError);
  if (signInFailed)
    return (
      <AuthCard
        announced
        title="Your password is changed"
        description="Every other session was signed out."
        footer={<TextLink href="/sign-in">Sign in with it</TextLink>}
      />
    );
  return (
    <AuthCard
      title="Choose a new password"
      description="It signs you in here, and out everywhere else."
      footer={<TextLink href="/sign-in">Leave it as it is</TextLink>}
    >
      {reset.isError && !shown && <Notice tone="danger">{messageOf(reset.error)}</Notice>}
      <form
        onSubmit={handleSubmit(({ password }) => reset.mutate({ token, password }))}
        noValidate
        className="flex flex-col gap-4"
      >
        <div className="flex flex-col gap-2">
          <Field label="New password" error={formState.errors.password?.message}>
            <PasswordInput autoComplete="new-password" {...register('password')} />
          </Field>
          <PasswordRules password={password} />
        </div>
        <Button type="submit" size="lg" pending={reset.isPending || reset.isSuccess} className="text-sm">
          Set the password
        </Button>
      </form>
    </AuthCard>
  );
}
