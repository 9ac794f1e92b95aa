'use client';
import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useWorkspace } from '@/ui/use-workspace.ts';
import { isDone, useHideFirstSteps } from './use-first-steps.ts';

/** Brings the first steps back for whoever put them away; nothing where there is nothing to bring back. */
export function FirstStepsCard() {
  const workspace = useWorkspace().data;
  const steps = trpc.onboarding.firstSteps.useQuery();
  const show = useHideFirstSteps();
  if (!steps.data || (!steps.data.hidden && show.isIdle)) return null;
  if (isDone(steps.data) && !workspace?.isSample) return null;
  return (
    <Card>
      <CardHeader
        title="First steps"
        description={
          steps.data.hidden
            ? `You have put them away on the dashboard of “${workspace?.name ?? 'this workspace'}”.`
            : 'They are on the dashboard again.'
        }
        actions={
          steps.data.hidden ? (
            <Button variant="secondary" onClick={() => show.mutate({ hidden: false })}>
              Show them again
            </Button>
          ) : (
            <Button asChild variant="secondary">
              <Link href="/dashboard">Go there</Link>
            </Button>
          )
        }
      />
    </Card>
  );
}
