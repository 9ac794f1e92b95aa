'use client';
import { Download, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedList } from '@/ui/paged-list.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useAddressFilter } from '@/ui/use-address-filter.ts';
import { useDebounced } from '@/ui/use-debounced.ts';
import { useMay } from '@/ui/use-workspace.ts';
import type { AuditEvent } from '../audit.schema.ts';
import { AuditDetails } from './audit-details.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { chosenReaders, exportAddress, NOTHING_CHOSEN, toFilter } from './filter.ts';

const PAGE = 50;

/** Who did what, when and from where. */
export function AuditPage() {
  const [chosen, setChosen] = useAddressFilter(NOTHING_CHOSEN, chosenReaders);
  const [shown, setShown] = useState<AuditEvent | null>(null);
  const may = useMay('audit:read');
  const target = useDebounced(chosen.target.trim(), 250);
  const filter = toFilter({ ...chosen, target });
  const list = trpc.audit.list.useInfiniteQuery(
    { limit: PAGE, ...filter },
    {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: (previous) => previous,
      enabled: may !== false,
    },
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Who changed what in this workspace, when and from where. Nobody can change or delete what stands here."
        actions={
          may && (
            <Button asChild variant="secondary">
              <a href={exportAddress(filter)} download>
                <Download aria-hidden />
                Export
              </a>
            </Button>
          )
        }
      />
      <Card className="overflow-hidden">
        {may === false ? (
          <EmptyState icon={ScrollText} title="For administrators">
            Only administrators and owners of the workspace can read its audit log. Ask one of them if you
            need to know something from it.
          </EmptyState>
        ) : (
          <PagedList
            query={list}
            shown={items.length}
            columns={5}
            narrowing={{
              controls: <AuditFilters chosen={chosen} onChoose={setChosen} />,
              on: Object.keys(filter).length > 0,
              nothing: 'Nothing found',
              hint: 'Nothing in the log fits what you chose above.',
              onShowAll: () => setChosen(NOTHING_CHOSEN),
            }}
            empty={
              <EmptyState icon={ScrollText} title="Nothing has happened yet">
                As soon as somebody changes something in this workspace, it is written down here.
              </EmptyState>
            }
          >
            <AuditTable items={items} dimmed={list.isPlaceholderData} onShow={setShown} />
          </PagedList>
        )}
      </Card>
      {shown && <AuditDetails event={shown} onClose={() => setShown(null)} />}
    </>
  );
}
