'use client';
import { formatDuration, formatNumber, formatShare } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Progress } from '@/ui/progress.tsx';
import { useNow } from '@/ui/time.tsx';
import type { Import } from '../imports.schema.ts';
import { isOver } from './import-status.tsx';

/** What is too short says nothing about the pace. */
const PACE_FROM_MS = 1_000;

/** How far the file has been read, what came of it, and how fast. */
export function ImportFigures({ state }: { state: Import }) {
  const { counts, progress, status } = state;
  const figures = [
    { label: 'Rows read', value: counts.rows },
    { label: 'New', value: counts.inserted },
    { label: 'Updated', value: counts.updated },
    { label: 'Unchanged', value: counts.unchanged },
    { label: 'Failed', value: counts.failed },
    ...(state.kind === 'ORDERS' ? [{ label: 'Customers made', value: counts.customersCreated }] : []),
  ];
  return (
    <Card>
      <CardHeader
        title={status === 'QUEUED' ? 'Waiting for a worker' : isOver(status) ? 'Result' : 'Reading'}
        actions={<Pace state={state} />}
      />
      <CardBody>
        <div className="mb-2 font-semibold text-3xl tabular-nums tracking-tight">
          {formatShare(Math.round(progress * 1_000), 1_000)}
        </div>
        <Progress label="Import progress" value={progress} className="h-3" />
        <dl className="mt-5 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3 lg:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]">
          {figures.map(({ label, value }, i) => (
            <div
              key={label}
              className={
                i === figures.length - 1 && figures.length % 2 === 1
                  ? 'bg-surface px-4 py-3 max-lg:col-span-2'
                  : 'bg-surface px-4 py-3'
              }
            >
              <dt className="text-[13px] text-muted">{label}</dt>
              <dd className="mt-0.5 font-semibold text-lg tabular-nums">{formatNumber(value)}</dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}

function Pace({ state: { counts, startedAt, finishedAt } }: { state: Import }) {
  const now = useNow(1_000);
  if (!startedAt) return null;
  const ms = Math.max(0, (finishedAt ?? now).getTime() - startedAt.getTime());
  return (
    <span className="text-[13px] text-muted tabular-nums">
      {ms < 100 ? 'under 0.1 s' : formatDuration(ms)}
      {counts.rows > 0 &&
        ms >= PACE_FROM_MS &&
        ` · ${formatNumber(Math.round(counts.rows / (ms / 1_000)))} rows per second`}
    </span>
  );
}
