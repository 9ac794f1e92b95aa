'use client';
import Link from 'next/link';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { AuthCard, GoogleButton } from './auth-card.tsx';
import { ownPath, signInWithPassword, withCallback } from './sign-in.ts';

export function SignInForm({
  callbackUrl,
  error,
  google,
}: {
  callbackUrl?: string | undefined;
  error?: string | undefined;
  google: boolean;
}) {
  const [problem, setProblem] = useState(
    error ? 'That did not work. Try again, or use your email address and password.' : null,
  );
  const [leaving, setLeaving] = useState(false);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { email: '', password: '' } });
  const submit = handleSubmit(async ({ email, password }) => {
    setProblem(null);
    setLeaving(true);
    const failure = await signInWithPassword(email, password, ownPath(callbackUrl));
    if (failure === null) return;
    setProblem(failure);
    setLeaving(false);
  });
  return (
    <AuthCard
      title="Sign in"
      description="Good to see you again."
      footer={
        <>
          New here?{' '}
          <Link
            href={withCallback('/sign-up', callbackUrl)}
            className="font-medium text-accent-text underline-offset-4 hover:underline"
          >
            Create an account
          </Link>
        </>
      }
    >
      {problem && <Notice tone="danger">{problem}</Notice>}
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Email" error={formState.errors.email?.message}>
          <Input
            type="email"
            autoComplete="email"
            {...register('email', { required: 'give your email address' })}
          />
        </Field>
        <Field label="Password" error={formState.errors.password?.message}>
          <Input
            type="password"
            autoComplete="current-password"
            {...register('password', { required: 'give your password' })}
          />
        </Field>
        <Button type="submit" size="lg" pending={leaving} className="mt-1 text-sm">
          Sign in
        </Button>
      </form>
      {google && (
        <GoogleButton onClick={() => void signIn('google', { callbackUrl: ownPath(callbackUrl) })} />
      )}
    </AuthCard>
  );
}
