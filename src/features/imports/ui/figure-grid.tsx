import { formatNumber } from '@/lib/format.ts';

/** Figures side by side, each under its name. */
export const FigureGrid = ({ figures }: { figures: readonly { label: string; value: number }[] }) => (
  <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3 lg:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]">
    {figures.map(({ label, value }, i) => (
      <div
        key={label}
        className={
          i === figures.length - 1 && figures.length % 2 === 1
            ? 'bg-surface px-4 py-3 max-lg:col-span-2'
            : 'bg-surface px-4 py-3'
        }
      >
        <dt className="text-small text-muted">{label}</dt>
        <dd className="mt-0.5 font-semibold text-lg tabular-nums">{formatNumber(value)}</dd>
      </div>
    ))}
  </dl>
);
