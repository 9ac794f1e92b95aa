'use client';
import { ChevronRight, RotateCw } from 'lucide-react';
import { useId, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { formatNumber, plural } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Group } from './causes.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { FailedMessages } from './failed-messages.tsx';
import { useRetry } from './use-retry.ts';

/** Everything of one campaign that failed for one cause: decided on together, or opened to decide one by one. */
export function FailureGroup({ group }: { group: Group }) {
  const id = useId();
  const mayDecide = useMay('dead-letters:write');
  const [open, setOpen] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const retry = useRetry();
  const { campaignId, reason, count } = group;
  return (
    <article aria-labelledby={id} className="border-line border-t">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5 pr-5 pl-3">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-messages`}
          onClick={() => setOpen(!open)}
          className="flex min-w-0 flex-1 basis-64 items-center gap-2 rounded-lg px-1 py-1 text-left hover:bg-sunken"
        >
          <ChevronRight
            className={cn('size-4 shrink-0 text-muted transition-transform', open && 'rotate-90')}
            aria-hidden
          />
          <span id={id} className="min-w-0 break-words font-medium">
            {reason}
          </span>
          <Badge tone="danger" className="tabular-nums">
            {formatNumber(count)}
            <span className="sr-only">{count === 1 ? 'message' : 'messages'}</span>
          </Badge>
        </button>
        {mayDecide && (
          <div className="flex items-center gap-2 pl-7 sm:pl-0">
            <Button
              variant="danger-ghost"
              size="sm"
              aria-describedby={id}
              onClick={() => setDiscarding(true)}
            >
              {count === 1 ? 'Discard' : 'Discard all'}
            </Button>
            <Button
              variant="secondary"
              size="sm"
              aria-describedby={id}
              pending={retry.isPending}
              onClick={() => retry.mutate({ campaignId, reason })}
            >
              {!retry.isPending && <RotateCw aria-hidden />}
              {count === 1 ? 'Retry' : 'Retry all'}
            </Button>
          </div>
        )}
      </div>
      <div id={`${id}-messages`} hidden={!open}>
        {open && <FailedMessages group={group} mayDecide={mayDecide ?? false} />}
      </div>
      {discarding && (
        <DiscardDialog
          selection={{ campaignId, reason }}
          what={plural(count, 'message')}
          onClose={() => setDiscarding(false)}
        />
      )}
    </article>
  );
}
