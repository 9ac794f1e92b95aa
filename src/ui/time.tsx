'use client';
import { useEffect, useState } from 'react';
import { formatDateTime, formatDay, formatRelative } from '@/lib/format.ts';

/** The present moment, renewed every `everyMs`. */
export function useNow(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** How far away a moment is still said in words; beyond, its day says more. */
const NEAR_MS = 30 * 86_400_000;

/** A moment as people say it, with the exact one on hover. */
export function Time({ value }: { value: Date }) {
  const now = useNow(30_000);
  return (
    <time dateTime={value.toISOString()} title={formatDateTime(value)} className="whitespace-nowrap">
      {Math.abs(now.getTime() - value.getTime()) < NEAR_MS ? formatRelative(value, now) : formatDay(value)}
    </time>
  );
}
