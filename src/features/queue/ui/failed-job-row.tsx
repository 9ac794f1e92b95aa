import { RotateCcw, Trash2 } from 'lucide-react';
import { formatNumber } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Td, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import type { FailedJob } from '../queue.schema.ts';

/** A failed job: what it was about, why it failed, and what to do with it. */
export const FailedJobRow = ({
  job,
  pending,
  onRetry,
  onRemove,
}: {
  job: FailedJob;
  pending: boolean;
  onRetry(): void;
  onRemove(): void;
}) => (
  <Tr>
    <Td className="min-w-52 max-w-72 align-top">
      <span className="block font-medium">{job.name}</span>
      <span className="mt-0.5 block break-all font-mono text-muted text-xs">{job.id}</span>
      {Object.entries(job.payload)
        .filter(([name]) => name !== 'workspaceId')
        .map(([name, value]) => (
          <span key={name} className="block break-all text-muted text-xs">
            {name} <span className="font-mono">{value}</span>
          </span>
        ))}
    </Td>
    <Td className="min-w-56 max-w-md whitespace-pre-wrap break-words align-top">{job.reason}</Td>
    <Td className="text-right align-top tabular-nums">{formatNumber(job.attempts)}</Td>
    <Td className="align-top text-muted">
      <Time value={job.failedAt} />
    </Td>
    <Td className="whitespace-nowrap py-1.5 text-right align-top">
      <Button
        variant="ghost"
        size="icon-sm"
        disabled={pending}
        aria-label={`Retry ${job.name} ${job.id}`}
        onClick={onRetry}
      >
        <RotateCcw aria-hidden />
      </Button>
      <Button
        variant="danger-ghost"
        size="icon-sm"
        aria-label={`Remove ${job.name} ${job.id}`}
        onClick={onRemove}
      >
        <Trash2 aria-hidden />
      </Button>
    </Td>
  </Tr>
);
