'use client';
import { Store } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { Progress } from '@/ui/progress.tsx';
import { EmptyState, ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { useNow } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { type SampleState, type SampleStep, sampleSteps } from '../onboarding.schema.ts';
import { StepMark, type StepState } from './step-mark.tsx';
import { useSampleWorkspace } from './use-sample-workspace.ts';

const words: Record<SampleStep, string> = {
  CUSTOMERS: '4,372 customers of a gift shop',
  ORDERS: 'Their 22,190 orders, moved to the present',
  AUDIENCES: 'Three audiences',
  FIRST_CAMPAIGN: 'A campaign to good customers, really sent by the simulator',
  SECOND_CAMPAIGN: 'Another one, to new customers',
};

/** A sample workspace while it is filled, step by step, and the way into it. */
export function SampleProgressPage() {
  const utils = trpc.useUtils();
  const state = trpc.onboarding.sample.useQuery();
  trpc.onboarding.onSample.useSubscription(undefined, {
    enabled: state.data?.doneAt === null,
    onData: ({ data }) => utils.onboarding.sample.setData(undefined, data),
  });
  return (
    <div className="w-full max-w-md">
      <h1 className="font-semibold text-2xl tracking-tight">
        {state.data?.doneAt ? 'Your sample shop is ready' : 'Your sample workspace'}
      </h1>
      {state.isPending && <SkeletonRows rows={5} />}
      {state.isError && <ErrorState message={messageOf(state.error)} onRetry={() => void state.refetch()} />}
      {state.data === null && <NoSample />}
      {state.data && <Filling state={state.data} />}
    </div>
  );
}

function Filling({ state }: { state: SampleState }) {
  const done = state.doneAt !== null;
  return (
    <>
      <p className="mt-1 text-pretty text-muted">
        {done
          ? 'Nothing in it is real, so try everything. You can delete it in its settings when you are done.'
          : 'A shop to play in, apart from your own workspace. It is filled while you look; you may also go on and come back.'}
      </p>
      <ol className="mt-6 flex flex-col gap-3.5">
        {sampleSteps.map((step, i) => (
          <Step key={step} number={i + 1} step={step} state={state} />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {done ? 'The sample workspace is ready.' : `Now: ${words[state.step]}`}
      </p>
      <div className="mt-7 flex flex-col gap-4">
        <Trouble state={state} />
        <Button asChild size="lg" variant={done ? 'primary' : 'secondary'} className="text-sm">
          <Link href="/dashboard">{done ? 'Open the dashboard' : 'Go on to the dashboard'}</Link>
        </Button>
        {done && (
          <p className="text-center text-small text-muted">
            Or begin with a campaign:{' '}
            <Link
              href="/campaigns/new"
              className="font-medium text-accent-text underline-offset-4 hover:underline"
            >
              win back the big spenders who have gone quiet
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

function Step({ number, step, state }: { number: number; step: SampleStep; state: SampleState }) {
  const at = sampleSteps.indexOf(state.step) + 1;
  const mark: StepState =
    state.doneAt !== null || number < at
      ? 'DONE'
      : number > at
        ? 'WAITING'
        : state.error === null
          ? 'RUNNING'
          : 'FAILED';
  return (
    <li className="flex items-start gap-3">
      <StepMark state={mark} number={number} />
      <div className="min-w-0 flex-1 pt-0.5">
        <p className={mark === 'WAITING' ? 'text-muted' : undefined}>
          {words[step]}
          {mark === 'DONE' && <span className="sr-only"> (done)</span>}
        </p>
        {mark === 'RUNNING' && <Progress label={words[step]} value={state.progress} className="mt-2 h-2" />}
      </div>
    </li>
  );
}

/** Nothing has moved for so long: perhaps nobody is at work. */
const STILL_MS = 30_000;

function Trouble({ state }: { state: SampleState }) {
  const utils = trpc.useUtils();
  const now = useNow(5_000);
  const retry = trpc.onboarding.retrySample.useMutation({
    onSuccess: (next) => utils.onboarding.sample.setData(undefined, next),
  });
  if (state.error !== null)
    return (
      <Notice tone="danger" title="The sample could not be filled">
        <p className="break-words">{state.error}</p>
        <Button
          variant="secondary"
          size="sm"
          className="mt-3"
          pending={retry.isPending}
          onClick={() => retry.mutate()}
        >
          Try again
        </Button>
        {retry.isError && <p className="mt-2">{messageOf(retry.error)}</p>}
      </Notice>
    );
  if (state.doneAt !== null || now.getTime() - state.movedAt.getTime() < STILL_MS) return null;
  return (
    <Notice tone="warning" title="Nothing has moved for a while">
      A worker has to run for this (npm run worker); whoever looks after the server can see to it. It goes on
      by itself as soon as one does.
    </Notice>
  );
}

function NoSample() {
  const sample = useSampleWorkspace();
  return (
    <EmptyState
      icon={Store}
      title="This workspace is no sample"
      actions={
        <>
          <Button pending={sample.pending} onClick={sample.open}>
            {sample.mine ? 'Open your sample workspace' : 'Make a sample workspace'}
          </Button>
          <Button asChild variant="secondary">
            <Link href="/dashboard">Back to the dashboard</Link>
          </Button>
        </>
      }
    >
      A sample workspace comes with customers, orders, audiences and campaigns to play with.
    </EmptyState>
  );
}
