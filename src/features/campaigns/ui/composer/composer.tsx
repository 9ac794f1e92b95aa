'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { LeaveGuard } from '@/ui/leave-guard.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Notice } from '@/ui/states.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { AudienceStep } from './audience-step.tsx';
import {
  type DraftProblem,
  type DraftValues,
  problemsIn,
  type Step,
  steps,
  valuesOf,
} from './draft-values.ts';
import { MessageStep } from './message-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { SaveProblem, SaveStatus } from './save-status.tsx';
import { ScheduleStep } from './schedule-step.tsx';
import { Stepper } from './stepper.tsx';
import { useAutosave } from './use-autosave.ts';

/** A draft, step by step; it saves itself. @param onLoadTheirs makes the page begin anew from what the server has */
export function Composer({ campaign, onLoadTheirs }: { campaign: Campaign; onLoadTheirs(): void }) {
  const [values, setValues] = useState<DraftValues>(() => valuesOf(campaign));
  const { state, flush, keepMine } = useAutosave(campaign, values);
  const router = useRouter();
  const [step, go] = useStep(() => void flush());
  /** What is missing is said of the steps one has been to, not of those to come. */
  const [left, setLeft] = useState<ReadonlySet<Step>>(new Set(steps.slice(0, steps.indexOf(step))));
  const change = (part: Partial<DraftValues>) => setValues((before) => ({ ...before, ...part }));
  const problems = problemsIn(values);
  const said = problems.filter((problem) => left.has(problem.step));
  const errorOf = (field: DraftProblem['field']) => said.find((problem) => problem.field === field)?.message;
  const goTo = (next: Step) => {
    setLeft((before) => new Set([...before, step, ...steps.slice(0, steps.indexOf(next))]));
    go(next);
  };
  const at = steps.indexOf(step);
  const [previous, next] = [steps[at - 1], steps[at + 1]];
  const isSaved = state.kind === 'saved';
  return (
    <>
      <PageHeader
        title={values.name.trim() || 'Campaign without a name'}
        breadcrumbs={[{ href: '/campaigns', label: 'Campaigns' }]}
        description={<SaveStatus state={state} />}
        actions={
          <Button
            variant="secondary"
            onClick={async () => {
              if (await flush()) router.push(`/campaigns/${campaign.id}`);
              else setLeft(new Set(steps));
            }}
          >
            Save and close
          </Button>
        }
      />
      <Stepper current={step} problems={said} onGo={goTo} />
      <SaveProblem state={state} onLoadTheirs={onLoadTheirs} onKeepMine={() => void keepMine()} />
      {step === 'audience' && (
        <>
          {campaign.resendOf && (
            <Notice tone="info" title="It goes to those who did not get another campaign" className="mb-6">
              If you choose another audience here, it goes to that one instead.
            </Notice>
          )}
          <AudienceStep values={values} errorOf={errorOf} onChange={change} />
        </>
      )}
      {step === 'message' && <MessageStep values={values} problems={said} onChange={change} />}
      {step === 'review' && (
        <ReviewStep campaign={campaign} problems={problems} isSaved={isSaved} onGo={goTo} />
      )}
      {step === 'schedule' && (
        <ScheduleStep
          campaign={campaign}
          values={values}
          error={problems.find(({ field }) => field === 'scheduledAt')?.message}
          isReady={isSaved && problems.length === 0}
          onChange={change}
        />
      )}
      <div className="mt-6 flex justify-between gap-2">
        {previous ? (
          <Button variant="ghost" onClick={() => goTo(previous)}>
            Back
          </Button>
        ) : (
          <span />
        )}
        {next && <Button onClick={() => goTo(next)}>Continue</Button>}
      </div>
      <LeaveGuard active={!isSaved} />
    </>
  );
}

/** The step in the page's address. Going to another keeps the page and is a step in the browser's history. */
function useStep(onLeave: () => void): [Step, (step: Step) => void] {
  const asked = useSearchParams().get('step');
  const step = steps.find((one) => one === asked) ?? 'audience';
  return [
    step,
    (next) => {
      onLeave();
      window.history.pushState(null, '', `?step=${next}`);
      window.scrollTo({ top: 0 });
    },
  ];
}
