'use client';
import { Download, Plus, Search, ShieldBan } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useDebounced } from '@/ui/use-debounced.ts';
import { useStanding } from '@/ui/use-postponed.ts';
import { useMay } from '@/ui/use-workspace.ts';
import { type SuppressionReason, suppressionReasons } from '../suppressions.schema.ts';
import { AddSuppressions } from './add-suppressions.tsx';
import { useRemoveSuppression } from './remove-suppression.tsx';
import { suppressionReasonLabel } from './suppression-reason.tsx';
import { SuppressionTable } from './suppression-table.tsx';

const PAGE = 50;

/** Everyone no campaign writes to, and why. */
export function SuppressionsPage() {
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<SuppressionReason | ''>('');
  const [adding, setAdding] = useState(false);
  const removal = useRemoveSuppression();
  const mayWrite = useMay('suppressions:write');
  const search = useDebounced(typed.trim(), 250);
  const list = trpc.suppressions.list.useInfiniteQuery(
    { limit: PAGE, ...(search ? { search } : {}), ...(reason ? { reason } : {}) },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: (previous) => previous },
  );
  const items = useStanding(list.data?.pages.flatMap((page) => page.items) ?? []);
  const filtered = search !== '' || reason !== '';
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
        <div className="flex flex-wrap gap-2 border-line border-b p-3">
          <div className="relative min-w-0 flex-1 basis-56 sm:max-w-md">
            <Search
              className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
              aria-hidden
            />
            <Input
              type="search"
              aria-label="Search suppressions"
              placeholder="Search by address"
              maxLength={200}
              className="pl-9"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <Select
            aria-label="Show suppressions with reason"
            className="w-full sm:w-52"
            value={reason}
            onChange={(event) =>
              setReason(suppressionReasons.find((name) => name === event.target.value) ?? '')
            }
          >
            <option value="">All reasons</option>
            {suppressionReasons.map((name) => (
              <option key={name} value={name}>
                {suppressionReasonLabel(name)}
              </option>
            ))}
          </Select>
        </div>
        <PagedList
          query={list}
          shown={items.length}
          columns={4}
          empty={<Nothing filtered={filtered} {...(mayWrite ? { onAdd: add } : {})} />}
        >
          <SuppressionTable
            items={items}
            dimmed={list.isPlaceholderData}
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
const Nothing = ({ filtered, onAdd }: { filtered: boolean; onAdd?: () => void }) =>
  filtered ? (
    <EmptyState icon={Search} title="No address found">
      Nothing on the list fits this search and reason.
    </EmptyState>
  ) : (
    <EmptyState
      icon={ShieldBan}
      title="Nobody is suppressed"
      {...(onAdd ? { actions: <Button onClick={onAdd}>Add addresses</Button> } : {})}
    >
      Once somebody unsubscribes, complains, or an address turns out not to exist, it is listed here, and
      every campaign skips it and says so. You can add addresses yourself, such as those of people who wrote
      to you.
    </EmptyState>
  );
