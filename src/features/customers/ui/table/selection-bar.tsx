'use client';
import { Download, Tags, Target, X } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { formatNumber, plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { CustomerFilter } from '../../customer-filter.schema.ts';
import type { ColumnLayout } from '../../customer-view.schema.ts';
import { writeAddress } from '../../list-address.schema.ts';
import { downloadCustomers } from './download.ts';
import { countSelected, EVERYBODY, isNobody, NOBODY, type Selection, targetOf } from './selection.ts';
import { TagDialog } from './tag-dialog.tsx';

/** How many match and how many are chosen, and what can be done with them. */
export function SelectionBar({
  selection,
  onSelect,
  filter,
  total,
  layout,
}: {
  selection: Selection;
  onSelect(change: (before: Selection) => Selection): void;
  filter: CustomerFilter;
  total: number | null;
  layout: ColumnLayout;
}) {
  const [tagging, setTagging] = useState(false);
  const mayWrite = useMay('customers:write');
  const mayMakeAudience = useMay('audiences:write');
  const chosen = countSelected(selection, total);
  const none = isNobody(selection) || chosen === 0;
  const audience = new URLSearchParams({
    customers: writeAddress({ view: null, state: { filter } }).split('?')[1] ?? '',
  });
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-2 border-line border-b px-3 py-2 text-small">
      <span role="status" className="mr-1 text-muted tabular-nums">
        {none
          ? total === null
            ? 'Counting …'
            : plural(total, 'customer')
          : `${chosen === null ? 'All that match' : formatNumber(chosen)} chosen`}
      </span>
      {!none && selection.mode === 'some' && total !== null && selection.ids.size < total && (
        <Button variant="ghost" size="sm" onClick={() => onSelect(() => EVERYBODY)}>
          Choose all {formatNumber(total)} that match
        </Button>
      )}
      {!none && (
        <Button variant="ghost" size="sm" onClick={() => onSelect(() => NOBODY)}>
          <X aria-hidden />
          Choose nobody
        </Button>
      )}
      <span className="ml-auto flex flex-wrap items-center gap-2">
        {!none && mayWrite && (
          <Button variant="secondary" size="sm" onClick={() => setTagging(true)}>
            <Tags aria-hidden />
            Tags
          </Button>
        )}
        {none && mayMakeAudience && (
          <Button asChild variant="ghost" size="sm">
            <Link href={`/audiences/new?${audience}`}>
              <Target aria-hidden />
              Make an audience
            </Link>
          </Button>
        )}
        <Button
          variant={none ? 'ghost' : 'secondary'}
          size="sm"
          onClick={() => downloadCustomers(targetOf(none ? EVERYBODY : selection, filter), layout)}
        >
          <Download aria-hidden />
          {none ? 'Export' : 'Export chosen'}
        </Button>
      </span>
      {tagging && (
        <TagDialog target={targetOf(selection, filter)} count={chosen} onClose={() => setTagging(false)} />
      )}
    </div>
  );
}
