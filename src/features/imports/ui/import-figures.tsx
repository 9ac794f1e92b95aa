'use client';
import { formatShare } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Progress } from '@/ui/progress.tsx';
import type { Import } from '../imports.schema.ts';
import { FigureGrid } from './figure-grid.tsx';
import { ImportPace } from './import-pace.tsx';
import { isOver } from './import-status.tsx';

/** How far the file has been read, what came of it or would come of it, and how fast. */
export function ImportFigures({ state }: { state: Import }) {
  const { counts, progress, status, dryRun } = state;
  const orders = state.kind === 'ORDERS';
  const figures = [
    { label: 'Rows read', value: counts.rows },
    { label: dryRun ? 'Would be new' : 'New', value: counts.inserted },
    { label: dryRun ? 'Would be updated' : 'Updated', value: counts.updated },
    { label: 'Unchanged', value: counts.unchanged },
    { label: dryRun ? 'Would fail' : 'Failed', value: counts.failed },
    ...(orders
      ? [{ label: dryRun ? 'Customers to make' : 'Customers made', value: counts.customersCreated }]
      : []),
  ];
  return (
    <Card>
      <CardHeader title={titleOf(state)} actions={<ImportPace state={state} />} />
      <CardBody>
        <div className="mb-2 font-semibold text-3xl tabular-nums tracking-tight">
          {formatShare(Math.round(progress * 1_000), 1_000)}
        </div>
        <Progress
          label={dryRun ? 'Check progress' : 'Import progress'}
          value={progress}
          className="mb-5 h-3"
        />
        <FigureGrid figures={figures} />
        {status === 'CANCELLED' && !dryRun && counts.inserted + counts.updated > 0 && !state.undo && (
          <p className="mt-4 text-muted text-sm">
            What was read before the cancel is in. Undo the import to take it out again.
          </p>
        )}
      </CardBody>
    </Card>
  );
}

function titleOf({ status, dryRun }: Import): string {
  if (status === 'QUEUED') return 'Waiting for a worker';
  if (!isOver(status)) return dryRun ? 'Checking' : 'Reading';
  return dryRun ? 'What an import would do' : 'Result';
}
