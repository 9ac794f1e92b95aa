'use client';
import Link from 'next/link';
import { Notice } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { HideButton } from './hide-button.tsx';

/** Says in a sample workspace that it is one, and how far it is filled. */
export function SampleNotice() {
  const sample = trpc.onboarding.sample.useQuery();
  const owns = useMay('workspace:own');
  const steps = trpc.onboarding.firstSteps.useQuery();
  const filling = sample.data?.doneAt === null;
  if (steps.data?.hidden !== false) return null;
  return (
    <Notice tone="info" title="This is a sample workspace">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 sm:flex-nowrap">
        <p className="max-w-3xl">
          Try everything: its customers are made up, and the built-in simulator delivers all messages. The
          orders are a real shop’s, moved to the present.{' '}
          {filling && (
            <Link href="/workspaces/sample" className="font-medium underline underline-offset-4">
              {sample.data?.error ? 'It could not be filled completely' : 'It is still being filled'}
            </Link>
          )}
          {!filling && owns && (
            <Link href="/settings/workspace" className="font-medium underline underline-offset-4">
              Delete it when you are done
            </Link>
          )}
        </p>
        <HideButton />
      </div>
    </Notice>
  );
}
