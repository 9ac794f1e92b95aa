'use client';
import Link from 'next/link';
import { useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { formatNumber } from '@/lib/format.ts';
import { Progress } from '@/ui/progress.tsx';
import { Td, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import type { Import } from '../imports.schema.ts';
import { ImportStatusBadge, isMoving, kindLabel } from './import-status.tsx';
import { useImportProgress } from './use-import-progress.ts';

/** One import in the list; while it runs, its figures move by themselves. */
export function ImportRow({ item }: { item: Import }) {
  const [live, setLive] = useState<Import | null>(null);
  // The list, loaded anew, is at least as new as a final state; before that, what came live is newer.
  const state = live && isMoving(item) ? live : item;
  const running = isMoving(state);
  useImportProgress(item.id, { enabled: running, onState: setLive });
  const { id, fileName, kind, counts, undo, createdAt } = state;
  const progress = undo ? undo.progress : state.progress;
  return (
    <Tr>
      <Td className="max-w-64">
        <Link href={`/imports/${id}`} className="group block">
          <span className="block truncate font-medium underline-offset-4 group-hover:underline">
            {fileName}
          </span>
          <span className="block text-small text-muted">{kindLabel(kind)}</span>
        </Link>
      </Td>
      <Td label="Status">
        <ImportStatusBadge state={state} />
        {running && (
          <Progress label={`Progress of ${fileName}`} value={progress} className="mt-1.5 h-1.5 w-24" />
        )}
      </Td>
      {(['rows', 'inserted', 'updated', 'unchanged'] as const).map((key) => (
        <Td
          key={key}
          label={key === 'rows' ? 'Rows' : undefined}
          className={cn('text-right tabular-nums', key !== 'rows' && 'max-sm:hidden')}
        >
          {formatNumber(counts[key])}
        </Td>
      ))}
      <Td label="Failed" className="text-right tabular-nums">
        <span className={counts.failed > 0 ? 'font-medium text-danger-text' : undefined}>
          {formatNumber(counts.failed)}
        </span>
      </Td>
      <Td label="Started" className="text-muted">
        <Time value={createdAt} />
      </Td>
    </Tr>
  );
}
