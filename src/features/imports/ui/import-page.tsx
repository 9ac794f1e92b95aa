'use client';
import { FileX } from 'lucide-react';
import Link from 'next/link';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Import } from '../imports.schema.ts';
import { BadRows } from './bad-rows.tsx';
import { CheckNext } from './check-next.tsx';
import { CancelButton, ImportActions } from './import-actions.tsx';
import { ImportFigures } from './import-figures.tsx';
import { ImportStatusBadge, isMoving, isOver, kindLabel, statusLabel } from './import-status.tsx';
import { UndoFigures } from './undo-figures.tsx';
import { useImportProgress } from './use-import-progress.ts';

const trail = [{ href: '/imports', label: 'Imports' }];

/** One import, while it runs and after. */
export function ImportPage({ id }: { id: string }) {
  const utils = trpc.useUtils();
  const state = trpc.imports.get.useQuery({ id });
  useImportProgress(id, {
    enabled: state.data !== undefined && isMoving(state.data),
    onState: (next) => utils.imports.get.setData({ id }, next),
  });
  if (state.data) return <ImportDetails state={state.data} />;
  return (
    <>
      <PageHeader title="Import" breadcrumbs={trail} />
      <Card>
        {state.isPending ? (
          <SkeletonRows />
        ) : state.error.data?.httpStatus === 404 ? (
          <EmptyState
            icon={FileX}
            title="There is no such import"
            actions={
              <Button asChild variant="secondary">
                <Link href="/imports">All imports</Link>
              </Button>
            }
          >
            The address may be incomplete, or the import another workspace’s.
          </EmptyState>
        ) : (
          <ErrorState message={messageOf(state.error)} onRetry={() => void state.refetch()} />
        )}
      </Card>
    </>
  );
}

const ImportDetails = ({ state }: { state: Import }) => {
  const { id, kind, fileName, status, error, createdAt, counts, dryRun, sourceId, undo } = state;
  const mayImport = useMay('imports:write');
  const over = isOver(status);
  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <span className="min-w-0 break-words">{fileName}</span>
            <ImportStatusBadge state={state} />
          </span>
        }
        description={
          <>
            {kindLabel(kind)}, started <Time value={createdAt} />
            {sourceId && (
              <>
                {', '}
                <Link href={`/imports/${sourceId}`} className="underline underline-offset-4">
                  after a check
                </Link>
              </>
            )}
          </>
        }
        breadcrumbs={trail}
        current={fileName}
        remember
        actions={
          dryRun ? !over && mayImport && <CancelButton state={state} /> : <ImportActions state={state} />
        }
      />
      <p className="sr-only" role="status">
        {over && `${statusLabel(status)}: ${plural(counts.rows, 'row')} read, ${counts.failed} failed.`}
        {undo?.status === 'DONE' && ` Undone: ${plural(undo.counts.removed, 'row')} removed.`}
      </p>
      <div className="flex flex-col gap-6">
        {error && (
          <Notice
            tone="danger"
            title={dryRun ? 'The file could not be checked' : 'The file could not be imported'}
          >
            <p className="break-words">{error}</p>
          </Notice>
        )}
        {status === 'COMPLETED' && counts.rows === 0 && (
          <Notice tone="warning" title={dryRun ? 'There is nothing to import' : 'Nothing was imported'}>
            The file names its columns but has no rows below them.
          </Notice>
        )}
        {undo?.status === 'EXPIRED' ? (
          <Notice tone="info" title="This import can no longer be undone">
            What it changed is kept for a while only; how long is set under Settings → Privacy.
          </Notice>
        ) : (
          undo && <UndoFigures state={state} />
        )}
        <ImportFigures state={state} />
        {dryRun && over && <CheckNext state={state} />}
        {counts.failed > 0 && <BadRows importId={id} failed={counts.failed} over={over} dryRun={dryRun} />}
      </div>
    </>
  );
};
