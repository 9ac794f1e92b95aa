import { cn } from '@/lib/cn.ts';
import { Progress } from '@/ui/progress.tsx';
import { toNumber } from './simulator-values.ts';

/** What the two shares make of a hundred messages; nothing while they are no numbers, or too much together. */
export function OutcomeBar({ delivered, bounced }: { delivered: string; bounced: string }) {
  const [good, back] = [toNumber(delivered), toNumber(bounced)];
  const rest = Number((100 - good - back).toFixed(2));
  if (!(good >= 0 && back >= 0 && rest >= 0)) return null;
  const parts = [
    { label: 'Delivered', percent: good, className: 'bg-success' },
    { label: 'Bounced', percent: back, className: 'bg-warning' },
    { label: 'Failed for good', percent: rest, className: 'bg-danger' },
  ];
  return (
    <div className="sm:col-span-2">
      <div aria-hidden>
        <Progress
          label="Of all messages"
          value={good / 100}
          parts={parts.map(({ label, percent, className }) => ({ label, share: percent / 100, className }))}
        />
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-small text-muted">
        {parts.map(({ label, percent, className }) => (
          <li key={label} className="flex items-center gap-2">
            <span className={cn('size-2 rounded-full', className)} aria-hidden />
            {label} <span className="text-foreground tabular-nums">{percent}%</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
