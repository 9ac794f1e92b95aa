'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import Link from 'next/link';
import { useForm } from 'react-hook-form';
import { useSampleWorkspace } from '@/features/onboarding/ui/use-sample-workspace.ts';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { enterWorkspace } from '@/ui/other-workspace.ts';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { createWorkspaceInput } from '../workspaces.schema.ts';
import { leave } from './shell/leave.ts';

/** Makes a workspace: another one, or for somebody who is in none any more, one to go on in. */
export function NewWorkspacePage() {
  const mine = trpc.workspaces.mine.useQuery();
  const create = trpc.workspaces.create.useMutation({ onSuccess: () => enterWorkspace('/dashboard') });
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(createWorkspaceInput.pick({ name: true })),
    defaultValues: { name: '' },
  });
  const sample = useSampleWorkspace();
  const none = mine.data?.length === 0;
  return (
    <div className="w-full max-w-sm">
      <h1 className="font-semibold text-2xl tracking-tight">
        {none ? 'You are in no workspace' : 'Create a workspace'}
      </h1>
      <p className="mt-1 text-muted">
        {none
          ? 'The one you were in was deleted, or you are no member any more. Follow an invitation to join one, or create your own.'
          : 'It has customers, campaigns and members of its own; nothing is shared with your others.'}
      </p>
      <form
        onSubmit={handleSubmit((values) => create.mutate(values))}
        noValidate
        className="mt-7 flex flex-col gap-4"
      >
        <Field
          label="Name"
          error={formState.errors.name?.message}
          hint="Such as your shop’s. Currency and time zone can be set later."
        >
          <Input autoComplete="off" {...register('name')} />
        </Field>
        {create.isError && <Notice tone="danger">{messageOf(create.error)}</Notice>}
        <Button type="submit" size="lg" className="text-sm" pending={create.isPending || create.isSuccess}>
          Create workspace
        </Button>
      </form>
      <div className="mt-6 rounded-lg border border-line bg-surface p-4">
        <h2 className="font-semibold text-sm">Or one to play in</h2>
        <p className="mt-1 mb-3 text-pretty text-small text-muted">
          A sample shop with customers, orders, audiences and campaigns that were sent. Nothing in it is real.
        </p>
        <Button variant="secondary" size="sm" pending={sample.pending} onClick={sample.open}>
          {sample.mine ? 'Open your sample workspace' : 'Make a sample workspace'}
        </Button>
      </div>
      <p className="mt-7 text-muted">
        {none ? (
          <button
            type="button"
            className="font-medium text-accent-text underline-offset-4 hover:underline"
            onClick={() => leave()}
          >
            Sign out
          </button>
        ) : (
          <Link href="/dashboard" className="font-medium text-accent-text underline-offset-4 hover:underline">
            Back to where you were
          </Link>
        )}
      </p>
    </div>
  );
}
