'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import Link from 'next/link';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { type RegisterInput, registerInput } from '../auth.schema.ts';
import { AuthCard, GoogleButton } from './auth-card.tsx';
import { ownPath, signInWithPassword, withCallback } from './sign-in.ts';

/** Makes the account; resolves to what went wrong, or null. */
async function createAccount(input: RegisterInput): Promise<string | null> {
  const response = await fetch('/api/auth/register', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  }).catch(() => null);
  if (!response) return 'The server could not be reached. Check your connection and try again.';
  if (response.ok) return null;
  const problem: unknown = await response.json().catch(() => null);
  return typeof problem === 'object' && problem && 'detail' in problem
    ? String(problem.detail)
    : 'The account could not be made. Try again.';
}

export function SignUpForm({
  google,
  callbackUrl,
  invitation,
}: {
  google: boolean;
  /** Where to go then; the dashboard when it is not one of our own pages. */
  callbackUrl?: string | undefined;
  /** The token of the invitation somebody comes with. */
  invitation?: string | undefined;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const { register, handleSubmit, formState } = useForm<RegisterInput>({
    resolver: zodResolver(registerInput),
    defaultValues: { name: '', email: '', password: '' },
  });
  const { errors } = formState;
  const submit = handleSubmit(async (input) => {
    setProblem(null);
    setLeaving(true);
    const failure =
      (await createAccount({ ...input, ...(invitation ? { invitation } : {}) })) ??
      (await signInWithPassword(input.email, input.password, ownPath(callbackUrl)));
    if (failure === null) return;
    setProblem(failure);
    setLeaving(false);
  });
  return (
    <AuthCard
      title="Create an account"
      description={
        invitation
          ? 'Then you come back to your invitation.'
          : 'You get a workspace of your own; nothing leaves this server.'
      }
      footer={
        <>
          Have an account?{' '}
          <Link
            href={withCallback('/sign-in', callbackUrl)}
            className="font-medium text-accent-text underline-offset-4 hover:underline"
          >
            Sign in
          </Link>
        </>
      }
    >
      {problem && <Notice tone="danger">{problem}</Notice>}
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Name" error={errors.name?.message}>
          <Input autoComplete="name" {...register('name')} />
        </Field>
        <Field label="Email" error={errors.email?.message}>
          <Input type="email" autoComplete="email" {...register('email')} />
        </Field>
        <Field label="Password" error={errors.password?.message} hint="At least 10 characters.">
          <Input type="password" autoComplete="new-password" {...register('password')} />
        </Field>
        <Button type="submit" size="lg" pending={leaving} className="mt-1 text-sm">
          Create account
        </Button>
      </form>
      {google && (
        <GoogleButton onClick={() => void signIn('google', { callbackUrl: ownPath(callbackUrl) })} />
      )}
    </AuthCard>
  );
}
