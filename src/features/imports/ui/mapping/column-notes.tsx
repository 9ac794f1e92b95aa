import { CircleAlert } from 'lucide-react';
import { formatNumber, plural } from '@/lib/format.ts';
import { fitOf } from '../../csv/fit.ts';
import type { ColumnMapping } from '../../mapping.schema.ts';

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** What is wrong with a column's meaning, or how its first values are read by it. */
export function ColumnNotes({
  id,
  entry,
  problem,
  values,
}: {
  id: string;
  entry: ColumnMapping;
  problem: string | null;
  values: readonly string[];
}) {
  const fit = fitOf(entry, values);
  return (
    <div id={id} className="mt-1.5 min-h-5 whitespace-normal font-normal text-xs leading-5">
      {problem ? (
        <p className="flex items-start gap-1 text-danger-text">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {problem}
        </p>
      ) : fit.misfit !== null ? (
        <p className="flex items-start gap-1 text-warning-text">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          <span className="min-w-0 break-words">
            {fit.misfits === values.length && values.length > 1
              ? 'No value shown fits: '
              : `${plural(fit.misfits, 'value')} of the first ${formatNumber(values.length)} ${fit.misfits === 1 ? 'does' : 'do'} not fit: `}
            “{short(fit.misfit)}” is not {fit.expected}
          </span>
        </p>
      ) : fit.ambiguous && fit.reading ? (
        <p className="text-warning-text">
          Day or month first? “{short(fit.reading.from)}” is read as {fit.reading.to}.
        </p>
      ) : fit.reading ? (
        <p className="text-muted">
          “{short(fit.reading.from)}” is read as {short(fit.reading.to)}
        </p>
      ) : (
        values.length === 0 && <p className="text-muted">Empty in the first rows</p>
      )}
    </div>
  );
}
