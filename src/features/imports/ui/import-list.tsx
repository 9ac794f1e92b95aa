'use client';
import { ArrowUpFromLine } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { Table, Th } from '@/ui/table.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useAddressFilter } from '@/ui/use-address-filter.ts';
import { useDebounced } from '@/ui/use-debounced.ts';
import { useMay } from '@/ui/use-workspace.ts';
import { ImportFilters, NO_FILTER, readers } from './import-filters.tsx';
import { ImportRow } from './import-row.tsx';

/** Every file that was brought in, newest first. */
export function ImportList() {
  const mayImport = useMay('imports:write');
  const [filter, setFilter] = useAddressFilter(NO_FILTER, readers);
  const search = useDebounced(filter.search.trim(), 250);
  const { kind, status, only } = filter;
  const narrowed = search !== '' || kind !== '' || status !== '' || only !== '';
  const imports = trpc.imports.list.useInfiniteQuery(
    {
      limit: 50,
      ...(search ? { search } : {}),
      ...(kind ? { kind } : {}),
      ...(status ? { status } : {}),
      ...(only ? { dryRun: only === 'checks' ? ('true' as const) : ('false' as const) } : {}),
    },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: (previous) => previous },
  );
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title="Imports"
        description="Files go on being read when a server restarts, and a file read twice changes nothing."
        actions={
          mayImport && (
            <Button asChild>
              <Link href="/imports/new">
                <ArrowUpFromLine aria-hidden />
                New import
              </Link>
            </Button>
          )
        }
      />
      <Card className="overflow-hidden">
        <PagedList
          query={imports}
          shown={items.length}
          columns={5}
          narrowing={{
            controls: <ImportFilters filter={filter} onChange={setFilter} />,
            on: narrowed,
            nothing: 'No import fits',
            hint: 'Search for another part of the file’s name, or choose less.',
            onShowAll: () => setFilter(NO_FILTER),
          }}
          empty={
            <EmptyState
              icon={ArrowUpFromLine}
              title="Nothing imported yet"
              docs={{ href: '/docs/csv', label: 'What the files look like' }}
              actions={
                mayImport && (
                  <Button asChild>
                    <Link href="/imports/new">Import customers or orders</Link>
                  </Button>
                )
              }
            >
              Bring in customers first, then their orders, as CSV files.
            </EmptyState>
          }
        >
          <Table stack label="Imports" dimmed={imports.isPlaceholderData}>
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
              {items.map((item) => (
                <ImportRow key={item.id} item={item} />
              ))}
            </tbody>
          </Table>
        </PagedList>
      </Card>
    </>
  );
}
