'use client';
import Link from 'next/link';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { ownPath } from '@/lib/own-path.ts';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { AuthCard, GoogleButton, TextLink } from './auth-card.tsx';
import { EmailInput } from './email-input.tsx';
import { PasswordInput } from './password-input.tsx';
import { googleProblem, type SignInProblem, signInWithPassword, withCallback } from './sign-in.ts';
import { SignInNotice } from './sign-in-notice.tsx';

export function SignInForm({
  callbackUrl,
  error,
  google,
}: {
  callbackUrl?: string | undefined;
  error?: string | undefined;
  google: boolean;
}) {
  const [problem, setProblem] = useState<SignInProblem>(error ? { message: googleProblem(error) } : null);
  const [leaving, setLeaving] = useState(false);
  const { register, handleSubmit, formState, setFocus } = useForm({
    defaultValues: { email: '', password: '' },
  });
  const submit = handleSubmit(async ({ email, password }) => {
    setProblem(null);
    setLeaving(true);
    const failure = await signInWithPassword(email, password, callbackUrl);
    if (failure === null) return;
    setProblem(failure);
    setLeaving(false);
    // Enabled again by then, with what was typed ready to be typed over.
    requestAnimationFrame(() => setFocus('password', { shouldSelect: true }));
  });
  return (
    <AuthCard
      title="Sign in"
      description="Good to see you again."
      footer={
        <>
          New here? <TextLink href={withCallback('/sign-up', callbackUrl)}>Create an account</TextLink>
        </>
      }
    >
      <SignInNotice
        problem={problem}
        hint="If you forgot your password, choose a new one: then there is no waiting."
        onOver={() => setProblem(null)}
      />
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Email" error={formState.errors.email?.message}>
          <EmailInput {...register('email', { required: 'give your email address' })} />
        </Field>
        <Field label="Password" error={formState.errors.password?.message}>
          <PasswordInput
            autoComplete="current-password"
            {...register('password', { required: 'give your password' })}
          />
        </Field>
        <Link
          href="/forgot-password"
          className="-mt-2 self-start py-0.5 text-small text-accent-text underline-offset-4 hover:underline"
        >
          Forgot it?
        </Link>
        <Button type="submit" size="lg" pending={leaving} className="mt-1 text-sm">
          Sign in
        </Button>
      </form>
      {google && (
        <GoogleButton
          onClick={() => void signIn('google', { callbackUrl: ownPath(callbackUrl, window.location.origin) })}
        />
      )}
    </AuthCard>
  );
}
