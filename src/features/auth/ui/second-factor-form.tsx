'use client';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { AuthCard, TextLink } from './auth-card.tsx';
import { type SignInProblem, signInWithCode } from './sign-in.ts';
import { SignInNotice } from './sign-in-notice.tsx';

/** The second step of signing in, for accounts that ask for it. */
export function SecondFactorForm({ callbackUrl }: { callbackUrl?: string | undefined }) {
  const [problem, setProblem] = useState<SignInProblem>(null);
  const [leaving, setLeaving] = useState(false);
  const [lost, setLost] = useState(false);
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: { code: '' } });
  const submit = handleSubmit(async ({ code }) => {
    setProblem(null);
    setLeaving(true);
    const failure = await signInWithCode(code, callbackUrl);
    if (failure === null) return;
    setProblem(failure);
    setLeaving(false);
    reset();
  });
  return (
    <AuthCard
      title="One more step"
      description={
        lost
          ? 'Give one of the recovery codes you kept. Each works once.'
          : 'Give the code that your authenticator app shows for NexusFlow.'
      }
      footer={<TextLink href="/sign-in">Sign in as somebody else</TextLink>}
    >
      <SignInNotice problem={problem} onOver={() => setProblem(null)} />
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field
          key={lost ? 'recovery' : 'code'}
          label={lost ? 'Recovery code' : 'Code'}
          error={formState.errors.code?.message}
          {...(lost ? {} : { hint: 'Six digits; a new one every half minute.' })}
        >
          <Input
            autoFocus
            autoComplete="one-time-code"
            inputMode={lost ? 'text' : 'numeric'}
            spellCheck={false}
            autoCapitalize="none"
            className="font-mono tracking-wider"
            {...register('code', {
              required: 'give the code',
              minLength: { value: 6, message: 'has six digits' },
            })}
          />
        </Field>
        <Button type="submit" size="lg" pending={leaving} className="text-sm">
          Sign in
        </Button>
        <Button
          variant="ghost"
          onClick={() => {
            setLost(!lost);
            setProblem(null);
            reset();
          }}
        >
          {lost ? 'I have my app after all' : 'I do not have my app'}
        </Button>
      </form>
    </AuthCard>
  );
}
