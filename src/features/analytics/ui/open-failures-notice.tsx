import { ArrowRight, MailWarning } from 'lucide-react';
import Link from 'next/link';
import { formatNumber } from '@/lib/format.ts';

/** That messages failed for good and wait for somebody to decide. */
export const OpenFailuresNotice = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <Link
      href="/failures"
      className="group flex items-center gap-3 rounded-xl bg-warning-soft px-5 py-3 text-sm text-warning-text"
    >
      <MailWarning className="size-4 shrink-0" aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="font-semibold tabular-nums">
          {formatNumber(count)} failed {count === 1 ? 'message waits' : 'messages wait'}
        </span>{' '}
        for you to retry or discard
      </span>
      <ArrowRight className="size-4 shrink-0 transition-transform group-hover:translate-x-0.5" aria-hidden />
    </Link>
  );
