import { Check, LoaderCircle, TriangleAlert } from 'lucide-react';
import { cn } from '@/lib/cn.ts';

export type StepState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

const looks: Record<StepState, string> = {
  WAITING: 'bg-sunken text-muted',
  RUNNING: 'bg-accent-soft text-accent-text',
  DONE: 'bg-success-soft text-success-text',
  FAILED: 'bg-danger-soft text-danger-text',
};

/** The round mark before a step: its number, or how it stands. What it says stands in words beside it. */
export const StepMark = ({ state, number }: { state: StepState; number: number }) => (
  <span
    aria-hidden
    className={cn(
      'flex size-7 shrink-0 items-center justify-center rounded-full font-medium text-small tabular-nums',
      looks[state],
    )}
  >
    {state === 'DONE' && <Check className="size-4" />}
    {state === 'RUNNING' && <LoaderCircle className="size-4 animate-spin" />}
    {state === 'FAILED' && <TriangleAlert className="size-4" />}
    {state === 'WAITING' && number}
  </span>
);
