'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { type UseFormSetError, useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { ownPath } from '@/lib/own-path.ts';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { type RegisterInput, registerInput } from '../auth.schema.ts';
import { AuthCard, GoogleButton, TextLink } from './auth-card.tsx';
import { EmailInput } from './email-input.tsx';
import { PasswordInput } from './password-input.tsx';
import { PasswordRules } from './password-rules.tsx';
import { type SignInProblem, signInWithPassword, withCallback } from './sign-in.ts';
import { SignInNotice } from './sign-in-notice.tsx';

const problemSchema = z.object({
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
const FIELDS = ['name', 'email', 'password'] as const;

/** Makes the account; resolves to what went wrong, shown at its field where it has one, or null. */
async function createAccount(
  input: RegisterInput,
  setError: UseFormSetError<RegisterInput>,
): Promise<{ message: string } | { waitUntil: Date } | 'at-field' | null> {
  const response = await fetch('/api/auth/register', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  }).catch(() => null);
  if (!response) return { message: 'The server could not be reached. Check your connection and try again.' };
  if (response.ok) return null;
  if (response.status === 429)
    return { waitUntil: new Date(Date.now() + Number(response.headers.get('retry-after')) * 1_000) };
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  if (!problem.success) return { message: 'The account could not be made. Try again.' };
  const { detail, code, errors = [] } = problem.data;
  const atFields = code === 'VALIDATION' ? errors : [];
  for (const name of FIELDS)
    for (const { path, message } of atFields)
      if (path === name) setError(name, { message }, { shouldFocus: true });
  return atFields.length > 0 ? 'at-field' : { message: detail };
}

const WHO_MAY = {
  open: 'You get a workspace of your own; nothing leaves this server.',
  invited:
    'Accounts on this server are by invitation. Follow the link of yours, or use the address it was sent to.',
  closed: 'On this server accounts are made by its operators. Ask one of them for yours.',
} as const;

export function SignUpForm({
  google,
  mail,
  signUp,
  callbackUrl,
  invitation,
}: {
  google: boolean;
  /** Whether letters of this server reach anybody. */
  mail: boolean;
  /** Who may make an account here. */
  signUp: 'open' | 'invited' | 'closed';
  /** Where to go then; the dashboard when it is not one of our own pages. */
  callbackUrl?: string | undefined;
  /** The token of the invitation somebody comes with. */
  invitation?: string | undefined;
}) {
  const [problem, setProblem] = useState<SignInProblem>(null);
  const [leaving, setLeaving] = useState(false);
  const { register, handleSubmit, setError, formState, control } = useForm<RegisterInput>({
    resolver: zodResolver(registerInput),
    defaultValues: { name: '', email: '', password: '' },
  });
  const { errors } = formState;
  const [name = '', email = '', password = ''] = useWatch({ control, name: FIELDS });
  const submit = handleSubmit(async (input) => {
    setProblem(null);
    setLeaving(true);
    const failure =
      (await createAccount({ ...input, ...(invitation ? { invitation } : {}) }, setError)) ??
      (await signInWithPassword(input.email, input.password, callbackUrl));
    if (failure === null) return;
    if (failure !== 'at-field') setProblem(failure);
    setLeaving(false);
  });
  return (
    <AuthCard
      title="Create an account"
      description={
        signUp === 'closed' || !invitation ? WHO_MAY[signUp] : 'Then you come back to your invitation.'
      }
      footer={
        <>
          Have an account? <TextLink href={withCallback('/sign-in', callbackUrl)}>Sign in</TextLink>
        </>
      }
    >
      <SignInNotice problem={problem} onOver={() => setProblem(null)} />
      {!mail && (
        <Notice tone="info">
          This server sends no mail yet, so keep your password safe: a new one can only be had from whoever
          runs the server.
        </Notice>
      )}
      {signUp !== 'closed' && (
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <Field label="Name" error={errors.name?.message}>
            <Input autoComplete="name" {...register('name')} />
          </Field>
          <Field label="Email" error={errors.email?.message}>
            <EmailInput {...register('email')} />
          </Field>
          <div className="flex flex-col gap-2">
            <Field label="Password" error={errors.password?.message}>
              <PasswordInput autoComplete="new-password" {...register('password')} />
            </Field>
            <PasswordRules password={password} owner={{ name, email }} />
          </div>
          <Button type="submit" size="lg" pending={leaving} className="mt-1 text-sm">
            Create account
          </Button>
        </form>
      )}
      {google && signUp !== 'closed' && (
        <GoogleButton
          onClick={() => void signIn('google', { callbackUrl: ownPath(callbackUrl, window.location.origin) })}
        />
      )}
    </AuthCard>
  );
}
