import { cn } from '@/lib/cn.ts';

export interface ProgressPart {
  label: string;
  /** Share from 0 to 1. */
  share: number;
  className: string;
}

/** A bar of one or more parts, left to right. `value` (0 to 1) is what screen readers are told. */
export function Progress({
  label,
  value,
  parts,
  className,
}: {
  label: string;
  value: number;
  parts?: readonly ProgressPart[];
  className?: string;
}) {
  const shown = parts ?? [{ label, share: value, className: 'bg-accent' }];
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value * 100)}
      className={cn(
        'flex h-2.5 w-full overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset',
        className,
      )}
    >
      {shown.map((part) => (
        <div
          key={part.label}
          title={part.label}
          className={cn('h-full transition-[width] duration-200 ease-out', part.className)}
          style={{ width: `${Math.max(0, Math.min(1, part.share)) * 100}%` }}
        />
      ))}
    </div>
  );
}
