import { Check } from 'lucide-react';
import { cn } from '@/lib/cn.ts';
import { type DraftProblem, type Step, steps } from './draft-values.ts';

const titles: Record<Step, string> = {
  audience: 'Audience',
  message: 'Message',
  review: 'Review',
  schedule: 'Schedule',
};

/** The way to a campaign: where one is, what is done, and what is missing where. Any step can be gone to. */
export function Stepper({
  current,
  problems,
  onGo,
}: {
  current: Step;
  problems: readonly DraftProblem[];
  onGo(step: Step): void;
}) {
  return (
    <nav aria-label="Steps" className="mb-6">
      <ol className="grid grid-cols-4 gap-1.5 sm:gap-3">
        {steps.map((step, i) => {
          const missing = problems.filter((problem) => problem.step === step).length;
          const here = step === current;
          const done = missing === 0 && i < steps.indexOf(current);
          return (
            <li key={step} className="min-w-0">
              <button
                type="button"
                aria-current={here ? 'step' : undefined}
                onClick={() => onGo(step)}
                className={cn(
                  'flex w-full min-w-0 flex-col items-start gap-1 rounded-lg border-t-[3px] px-1 pt-2 pb-1 text-left transition-colors hover:bg-sunken sm:px-2',
                  here ? 'border-accent' : done ? 'border-success' : 'border-line',
                )}
              >
                <span className="flex min-w-0 max-w-full items-center gap-1.5 font-medium text-small sm:text-sm">
                  {done && (
                    <Check className="hidden size-4 shrink-0 text-success-text sm:block" aria-hidden />
                  )}
                  <span className="truncate">{titles[step]}</span>
                </span>
                <span className={cn('text-xs', missing > 0 ? 'text-warning-text' : 'text-muted')}>
                  {missing > 0 ? `${missing} missing` : here ? 'Here' : done ? 'Complete' : `Step ${i + 1}`}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
