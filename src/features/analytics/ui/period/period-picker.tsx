'use client';
import { useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { type PeriodName, periodNames, rangeProblem } from '@/lib/periods.ts';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import type { Period } from './read-period.ts';

/** What a button says: on a phone the second part is only heard. */
const names: Record<PeriodName, [seen: string, rest: string]> = {
  '7d': ['7 d', 'ays'],
  '30d': ['30 d', 'ays'],
  '90d': ['90 d', 'ays'],
  '12m': ['12 m', 'onths'],
};

/**
 * Which time the figures are of.
 * @param shown the days they are of now: where choosing other days begins
 * @param today the last day one may choose
 */
export function PeriodPicker({
  period,
  shown,
  today,
  onChoose,
}: {
  period: Period;
  shown: { from: string; to: string } | undefined;
  today: string | undefined;
  onChoose(next: Period): void;
}) {
  const custom = 'from' in period;
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-col items-stretch gap-3 sm:items-end">
      <fieldset className="grid grid-cols-[repeat(5,auto)] rounded-lg border border-line bg-sunken p-0.5">
        <legend className="sr-only">Period</legend>
        {periodNames.map((name) => (
          <Choice
            key={name}
            chosen={!custom && period.period === name}
            onClick={() => {
              setOpen(false);
              onChoose({ period: name });
            }}
          >
            {names[name][0]}
            <span className="max-sm:sr-only">{names[name][1]}</span>
          </Choice>
        ))}
        <Choice chosen={custom} expanded={open} onClick={() => setOpen(!open)}>
          Other
          <span className="sr-only"> days</span>
        </Choice>
      </fieldset>
      {open && (
        <RangeForm
          from={custom ? period.from : (shown?.from ?? '')}
          to={custom ? period.to : (shown?.to ?? '')}
          today={today}
          onCancel={() => setOpen(false)}
          onChoose={(range) => {
            setOpen(false);
            onChoose(range);
          }}
        />
      )}
    </div>
  );
}

const Choice = ({
  chosen,
  expanded,
  onClick,
  children,
}: {
  chosen: boolean;
  expanded?: boolean;
  onClick(): void;
  children: React.ReactNode;
}) => (
  <button
    type="button"
    aria-pressed={chosen}
    aria-expanded={expanded}
    onClick={onClick}
    className={cn(
      'whitespace-nowrap rounded-md px-2.5 py-1 font-medium text-small transition-colors sm:px-3',
      chosen ? 'bg-surface text-foreground shadow-xs dark:bg-line' : 'text-muted hover:text-foreground',
    )}
  >
    {children}
  </button>
);

function RangeForm({
  from: firstFrom,
  to: firstTo,
  today,
  onCancel,
  onChoose,
}: {
  from: string;
  to: string;
  today: string | undefined;
  onCancel(): void;
  onChoose(range: { from: string; to: string }): void;
}) {
  // The days shown may come after the form was opened: they fill in what nobody chose yet.
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({});
  const { from, to } = { from: firstFrom, to: firstTo, ...chosen };
  const choose = (day: typeof chosen) => setChosen((before) => ({ ...before, ...day }));
  const [tried, setTried] = useState(false);
  const problem = problemOf(from, to, today);
  const errorOf = (path: 'from' | 'to') => (tried && problem?.path === path ? problem.message : undefined);
  return (
    <form
      aria-label="Other days"
      noValidate
      className="grid w-full grid-cols-2 items-start gap-3 rounded-xl border border-line bg-surface p-3 shadow-raised sm:flex sm:w-auto"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!problem) onChoose({ from, to });
      }}
    >
      <Field label="First day" error={errorOf('from')} className="min-w-0">
        <Input
          autoFocus
          type="date"
          value={from}
          max={today}
          onChange={(e) => choose({ from: e.target.value })}
        />
      </Field>
      <Field label="Last day" error={errorOf('to')} className="min-w-0">
        <Input type="date" value={to} max={today} onChange={(e) => choose({ to: e.target.value })} />
      </Field>
      <Button type="submit" className="col-span-2 sm:mt-[26px]">
        Show
      </Button>
    </form>
  );
}

function problemOf(from: string, to: string, today: string | undefined) {
  if (!from) return { path: 'from' as const, message: 'Choose the first day' };
  if (!to) return { path: 'to' as const, message: 'Choose the last day' };
  if (today && to > today) return { path: 'to' as const, message: 'must not be later than today' };
  return rangeProblem(from, to);
}
