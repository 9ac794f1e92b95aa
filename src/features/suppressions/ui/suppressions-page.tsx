'use client';
import { Download, Plus, ShieldBan } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { Choice, FilterRow, SearchField } from '@/ui/filters.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import type { SortKey } from '@/ui/sorting.ts';
import { EmptyState } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { anyText, oneOf, useAddressFilter } from '@/ui/use-address-filter.ts';
import { useDebounced } from '@/ui/use-debounced.ts';
import { useStanding } from '@/ui/use-postponed.ts';
import { useMay } from '@/ui/use-workspace.ts';
import { type SuppressionReason, suppressionReasons } from '../suppressions.schema.ts';
import { AddSuppressions } from './add-suppressions.tsx';
import { useRemoveSuppression } from './remove-suppression.tsx';
import { suppressionReasonLabel } from './suppression-reason.tsx';
import { SuppressionTable } from './suppression-table.tsx';

const PAGE = 50;
const reasons = suppressionReasons.map((value) => ({ value, label: suppressionReasonLabel(value) }));

const ALL_ADDRESSES: { search: string; reason: SuppressionReason | ''; sort: SortKey<'createdAt'> } = {
  search: '',
  reason: '',
  sort: '-createdAt',
};
const readers = {
  search: anyText,
  reason: oneOf(suppressionReasons),
  sort: oneOf(['createdAt', '-createdAt']),
};

/** Everyone no campaign writes to, and why. */
export function SuppressionsPage() {
  const [filter, setFilter] = useAddressFilter(ALL_ADDRESSES, readers);
  const { reason, sort } = filter;
  const [adding, setAdding] = useState(false);
  const removal = useRemoveSuppression();
  const mayWrite = useMay('suppressions:write');
  const search = useDebounced(filter.search.trim(), 250);
  const list = trpc.suppressions.list.useInfiniteQuery(
    { limit: PAGE, sort, ...(search ? { search } : {}), ...(reason ? { reason } : {}) },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: (previous) => previous },
  );
  const items = useStanding(list.data?.pages.flatMap((page) => page.items) ?? []);
  const add = () => setAdding(true);
  return (
    <>
      <PageHeader
        title="Suppressions"
        description="Addresses no campaign writes to. People who unsubscribe or complain come here by themselves, and so do addresses whose mail comes back."
        actions={
          <>
            <Button asChild variant="secondary">
              <a href="/api/suppressions/export" download>
                <Download aria-hidden />
                Export
              </a>
            </Button>
            {mayWrite && (
              <Button onClick={add}>
                <Plus aria-hidden />
                Add addresses
              </Button>
            )}
          </>
        }
      />
      <Card className="overflow-hidden">
        <PagedList
          query={list}
          shown={items.length}
          columns={4}
          narrowing={{
            controls: (
              <FilterRow>
                <SearchField
                  label="Search suppressions"
                  placeholder="Search by address"
                  className="sm:max-w-md"
                  value={filter.search}
                  onChange={(search) => setFilter({ ...filter, search })}
                />
                <Choice
                  label="Show suppressions with reason"
                  all="All reasons"
                  options={reasons}
                  value={reason}
                  onChange={(next) => setFilter({ ...filter, reason: next })}
                />
              </FilterRow>
            ),
            on: search !== '' || reason !== '',
            nothing: 'No address found',
            hint: 'Nothing on the list fits this search and reason.',
            onShowAll: () => setFilter({ ...ALL_ADDRESSES, sort }),
          }}
          empty={<Nobody {...(mayWrite ? { onAdd: add } : {})} />}
        >
          <SuppressionTable
            items={items}
            dimmed={list.isPlaceholderData}
            sort={sort}
            onSort={(next) => setFilter({ ...filter, sort: next })}
            {...(mayWrite ? { onRemove: removal.ask } : {})}
          />
        </PagedList>
      </Card>
      {adding && <AddSuppressions onClose={() => setAdding(false)} />}
      {removal.dialog}
    </>
  );
}

/** `onAdd` is missing for those who may not add any. */
const Nobody = ({ onAdd }: { onAdd?: () => void }) => (
  <EmptyState
    icon={ShieldBan}
    title="Nobody is suppressed"
    {...(onAdd ? { actions: <Button onClick={onAdd}>Add addresses</Button> } : {})}
  >
    Once somebody unsubscribes, complains, or an address turns out not to exist, it is listed here, and every
    campaign skips it and says so. You can add addresses yourself, such as those of people who wrote to you.
  </EmptyState>
);
