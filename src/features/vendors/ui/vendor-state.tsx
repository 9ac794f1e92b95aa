'use client';
import { Check, RotateCw, Unplug } from 'lucide-react';
import { formatDateTime, plural } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { useNow } from '@/ui/time.tsx';
import type { VendorHealth } from '../vendors.schema.ts';

/** Whether a vendor answers, and when it does not, what comes next. */
export function VendorState({ health: { state, failures, retryAt } }: { health: VendorHealth }) {
  if (state === 'CLOSED')
    return (
      <span className="flex items-center gap-1.5 text-muted">
        <Check className="size-3.5" aria-hidden />
        Answering
      </span>
    );
  return (
    <div
      className="flex flex-col items-start gap-1"
      title={`${plural(failures, 'request')} without an answer`}
    >
      {state === 'OPEN' ? (
        <Badge tone="warning">
          <Unplug aria-hidden />
          Not answering
        </Badge>
      ) : (
        <Badge tone="info">
          <RotateCw aria-hidden />
          Being tried
        </Badge>
      )}
      <span className="text-small text-muted tabular-nums">
        {retryAt ? <NextTry at={retryAt} /> : 'By the next messages'}
      </span>
    </div>
  );
}

function NextTry({ at }: { at: Date }) {
  const seconds = Math.ceil((at.getTime() - useNow(1_000).getTime()) / 1_000);
  return (
    <time dateTime={at.toISOString()} title={formatDateTime(at)}>
      {seconds > 0 ? `Tried again in ${seconds} s` : 'Tried again now'}
    </time>
  );
}
