'use client';
import { ArrowUpFromLine } from 'lucide-react';
import Link from 'next/link';
import type { Import } from '@/features/imports/imports.schema.ts';
import { ImportStatusBadge, isMoving, kindLabel } from '@/features/imports/ui/import-status.tsx';
import { formatNumber, plural } from '@/lib/format.ts';
import { Card, CardHeader } from '@/ui/card.tsx';
import { Progress } from '@/ui/progress.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';

const IMPORTS = { limit: 4, dryRun: 'false' as const };
/** The last files brought in; one at work moves while one looks. */
export function LatestImports() {
  const imports = trpc.imports.list.useQuery(IMPORTS);
  return (
    <Card>
      <CardHeader
        title="Last imports"
        actions={
          <Link href="/imports" className="text-small text-muted underline-offset-4 hover:underline">
            All imports
          </Link>
        }
      />
      {imports.isPending && <SkeletonRows rows={3} />}
      {imports.isError && !imports.data && (
        <ErrorState message={messageOf(imports.error)} onRetry={() => void imports.refetch()} />
      )}
      {imports.data?.items.length === 0 && (
        <EmptyState icon={ArrowUpFromLine} title="Nothing imported yet">
          Customers and orders come in as CSV files.
        </EmptyState>
      )}
      <ul className="px-5 pb-2">
        {imports.data?.items.map((item) => (
          <ImportItem key={item.id} item={item} />
        ))}
      </ul>
    </Card>
  );
}

function ImportItem({ item }: { item: Import }) {
  useImportProgress(item);
  const { kind, counts, undo } = item;
  return (
    <li className="border-line py-3 text-sm not-first:border-t">
      <div className="flex items-center justify-between gap-3">
        <Link
          href={`/imports/${item.id}`}
          className="min-w-0 truncate font-medium underline-offset-4 hover:underline"
        >
          {kindLabel(kind)}
          <span className="ml-2 font-normal text-muted">{item.fileName}</span>
        </Link>
        <ImportStatusBadge state={item} />
      </div>
      {isMoving(item) && (
        <Progress
          label={`Progress of ${item.fileName}`}
          value={undo ? undo.progress : item.progress}
          className="my-2 h-2"
        />
      )}
      <p className="mt-0.5 flex flex-wrap gap-x-3 text-small text-muted tabular-nums">
        <span>{plural(counts.rows, 'row')}</span>
        {counts.failed > 0 && <span className="text-danger-text">{formatNumber(counts.failed)} bad</span>}
        <Time value={item.createdAt} />
      </p>
    </li>
  );
}

/** Keeps an import at work up to date; once it is over the figures that depend on it are fetched anew. */
function useImportProgress(item: Import): void {
  const utils = trpc.useUtils();
  trpc.imports.onProgress.useSubscription(
    { id: item.id },
    {
      enabled: isMoving(item),
      onData: ({ data: state }) => {
        utils.imports.list.setData(IMPORTS, (page) =>
          page ? { ...page, items: page.items.map((i) => (i.id === state.id ? state : i)) } : page,
        );
        if (!isMoving(state)) void utils.analytics.dashboard.invalidate();
      },
    },
  );
}
