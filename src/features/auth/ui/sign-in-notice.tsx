'use client';
import { useEffect } from 'react';
import { formatDuration } from '@/lib/format.ts';
import { Notice } from '@/ui/states.tsx';
import { useNow } from '@/ui/time.tsx';
import type { SignInProblem } from './sign-in.ts';

/** What went wrong with signing in; how long to wait is counted down, and then it goes. */
export function SignInNotice({
  problem,
  hint,
  onOver,
}: {
  problem: SignInProblem;
  /** What one may do instead of waiting. */
  hint?: string;
  onOver(): void;
}) {
  if (!problem) return null;
  if ('waitUntil' in problem) return <WaitNotice until={problem.waitUntil} hint={hint} onOver={onOver} />;
  return <Notice tone="danger">{problem.message}</Notice>;
}

function WaitNotice({
  until,
  hint = '',
  onOver,
}: {
  until: Date;
  hint?: string | undefined;
  onOver(): void;
}) {
  const now = useNow(1_000);
  const left = Math.max(0, until.getTime() - now.getTime());
  useEffect(() => {
    if (left === 0) onOver();
  }, [left, onOver]);
  return (
    <Notice tone="warning" title="Too many tries">
      {/* Said once; a screen reader is not to hear every second. */}
      <span aria-live="off">
        Wait {formatDuration(Math.max(1_000, left))}, then try again. {hint}
      </span>
    </Notice>
  );
}
