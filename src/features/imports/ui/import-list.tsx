'use client';
import { ArrowUpFromLine } from 'lucide-react';
import Link from 'next/link';
import { formatNumber } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { LoadMore } from '@/ui/load-more.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { ImportStatusBadge, kindLabel } from './import-status.tsx';

/** Every file that was brought in, newest first. */
export function ImportList() {
  const imports = trpc.imports.list.useInfiniteQuery(
    { limit: 50 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title="Imports"
        description="Files go on being read when a server restarts, and a file read twice changes nothing."
        actions={
          <Button asChild>
            <Link href="/imports/new">
              <ArrowUpFromLine aria-hidden />
              New import
            </Link>
          </Button>
        }
      />
      <Card className="overflow-hidden">
        {imports.isPending && <SkeletonRows />}
        {imports.isError && !imports.data && (
          <ErrorState message={messageOf(imports.error)} onRetry={() => void imports.refetch()} />
        )}
        {imports.data && items.length === 0 && (
          <EmptyState
            icon={ArrowUpFromLine}
            title="Nothing imported yet"
            actions={
              <Button asChild>
                <Link href="/imports/new">Import customers or orders</Link>
              </Button>
            }
          >
            Bring in customers first, then their orders, as CSV files.
          </EmptyState>
        )}
        {items.length > 0 && (
          <>
            <Table label="Imports">
              <thead>
                <tr>
                  <Th>File</Th>
                  <Th>Status</Th>
                  <Th className="text-right">Rows</Th>
                  <Th className="text-right">New</Th>
                  <Th className="text-right">Updated</Th>
                  <Th className="text-right">Unchanged</Th>
                  <Th className="text-right">Failed</Th>
                  <Th>Started</Th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ id, fileName, kind, status, counts, createdAt }) => (
                  <Tr key={id}>
                    <Td className="max-w-64">
                      <Link href={`/imports/${id}`} className="group block">
                        <span className="block truncate font-medium underline-offset-4 group-hover:underline">
                          {fileName}
                        </span>
                        <span className="block text-[13px] text-muted">{kindLabel(kind)}</span>
                      </Link>
                    </Td>
                    <Td>
                      <ImportStatusBadge status={status} />
                    </Td>
                    {(['rows', 'inserted', 'updated', 'unchanged', 'failed'] as const).map((key) => (
                      <Td key={key} className="text-right tabular-nums">
                        {formatNumber(counts[key])}
                      </Td>
                    ))}
                    <Td className="text-muted">
                      <Time value={createdAt} />
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
            <LoadMore
              shown={items.length}
              hasMore={imports.hasNextPage}
              pending={imports.isFetchingNextPage}
              onLoad={() => void imports.fetchNextPage()}
            />
          </>
        )}
      </Card>
    </>
  );
}
