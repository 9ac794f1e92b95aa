import { Trash2 } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { SortTh } from '@/ui/sort-head.tsx';
import type { SortKey } from '@/ui/sorting.ts';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { ERASED_PREFIX, type Suppression } from '../suppressions.schema.ts';
import { SuppressionReasonBadge } from './suppression-reason.tsx';

/** `onRemove` is missing for those who may not. */
export const SuppressionTable = ({
  items,
  dimmed,
  sort,
  onSort,
  onRemove,
}: {
  items: readonly Suppression[];
  dimmed: boolean;
  sort: SortKey<'createdAt'>;
  onSort(sort: SortKey<'createdAt'>): void;
  onRemove?: (suppression: Suppression) => void;
}) => (
  <Table stack label="Suppressions" dimmed={dimmed}>
    <thead>
      <tr>
        <Th>Address</Th>
        <Th>Reason</Th>
        <Th>Note</Th>
        <SortTh
          label="Since"
          sorting={{ by: 'createdAt', first: '-createdAt' }}
          sort={sort}
          onSort={onSort}
        />
        {onRemove && (
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        )}
      </tr>
    </thead>
    <tbody>
      {items.map((suppression) => (
        <Tr key={suppression.id}>
          <Td className="max-w-72">
            <span className="block truncate font-medium" title={shownAddress(suppression)}>
              {shownAddress(suppression)}
            </span>
          </Td>
          <Td label="Reason">
            <SuppressionReasonBadge reason={suppression.reason} />
          </Td>
          <Td label="Note" className="max-w-72 text-muted">
            {suppression.note && (
              <span className="line-clamp-2 break-words" title={suppression.note}>
                {suppression.note}
              </span>
            )}
          </Td>
          <Td label="Since" className="text-muted">
            <Time value={suppression.createdAt} />
          </Td>
          {onRemove && (
            <Td className="w-0 py-1 text-right">
              <Button
                variant="danger-ghost"
                size="icon-sm"
                aria-label={`Remove ${shownAddress(suppression)} from the list`}
                title="Remove from the list"
                onClick={() => onRemove(suppression)}
              >
                <Trash2 aria-hidden />
              </Button>
            </Td>
          )}
        </Tr>
      ))}
    </tbody>
  </Table>
);

/** A number whose owner was erased is kept as a code: it can still be told apart, and not be read. */
const shownAddress = ({ address }: Suppression): string =>
  address.startsWith(ERASED_PREFIX) ? 'A number of somebody erased' : address;
