'use client';
import { Choice, FilterRow, SearchField } from '@/ui/filters.tsx';
import { anyText, oneOf } from '@/ui/use-address-filter.ts';
import { type ImportKind, type ImportStatus, importKinds, importStatuses } from '../imports.schema.ts';
import { statusLabels } from './import-status.tsx';

/** What the history is narrowed to; an empty text is no condition. */
export interface ImportFilter {
  search: string;
  kind: ImportKind | '';
  status: ImportStatus | '';
  only: 'imports' | 'checks' | '';
}
export const NO_FILTER: ImportFilter = { search: '', kind: '', status: '', only: '' };

/** How it is read from the address. */
export const readers = {
  search: anyText,
  kind: oneOf(importKinds),
  status: oneOf(importStatuses),
  only: oneOf(['imports', 'checks']),
};

const kinds = [
  { value: 'CUSTOMERS', label: 'Customers' },
  { value: 'ORDERS', label: 'Orders' },
] as const;
const onlies = [
  { value: 'imports', label: 'Imports only' },
  { value: 'checks', label: 'Checks only' },
] as const;

/** Narrows the history by file name, kind, status, and whether it was only a check. */
export function ImportFilters({
  filter,
  onChange,
}: {
  filter: ImportFilter;
  onChange(filter: ImportFilter): void;
}) {
  return (
    <FilterRow>
      <SearchField
        label="Search imports"
        placeholder="Search by file name"
        value={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <Choice
        label="Kind"
        all="All kinds"
        options={kinds}
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind })}
        className="sm:w-36"
      />
      <Choice
        label="Status"
        all="Any status"
        options={statusLabels}
        value={filter.status}
        onChange={(status) => onChange({ ...filter, status })}
      />
      <Choice
        label="Imports or checks"
        all="Imports and checks"
        options={onlies}
        value={filter.only}
        onChange={(only) => onChange({ ...filter, only })}
        className="sm:w-52"
      />
    </FilterRow>
  );
}
