'use client';
import { useEffect, useState } from 'react';
import { formatDuration, formatNumber } from '@/lib/format.ts';
import { useNow } from '@/ui/time.tsx';
import type { Import } from '../imports.schema.ts';
import { isOver } from './import-status.tsx';
import { nextPace, type Pace, timeLeft } from './pace.ts';

/** What is too short says nothing about the pace. */
const PACE_FROM_MS = 1_000;

/** While a file is read: rows per second and the time left, smoothed; afterwards how long it took. */
export function ImportPace({ state }: { state: Import }) {
  const { counts, progress, status, startedAt, finishedAt } = state;
  const now = useNow(1_000);
  const [pace, setPace] = useState<Pace | null>(null);
  const running = !isOver(status);
  useEffect(() => {
    if (running) setPace((before) => nextPace(before, { at: Date.now(), rows: counts.rows, progress }));
  }, [running, counts.rows, progress]);
  if (!startedAt) return null;
  const ms = Math.max(0, (finishedAt ?? now).getTime() - startedAt.getTime());
  const overall = ms >= PACE_FROM_MS ? counts.rows / (ms / 1_000) : null;
  const rate = running ? (pace?.rowsPerSecond ?? overall) : overall;
  const left = running && pace ? timeLeft(pace) : null;
  const parts = [
    ms < 100 ? 'under 0.1 s' : formatDuration(ms),
    counts.rows > 0 && rate !== null && `${formatNumber(Math.round(rate))} rows per second`,
    left !== null && `about ${formatDuration(Math.max(1_000, left))} left`,
  ];
  return (
    <span className="text-small text-muted tabular-nums" data-varies>
      {parts.filter(Boolean).join(' · ')}
    </span>
  );
}
