'use client';
import { Search } from 'lucide-react';
import { Input, Select } from '@/ui/input.tsx';
import type { ImportKind, ImportStatus } from '../imports.schema.ts';
import { statusLabels } from './import-status.tsx';

/** What the history is narrowed to; an empty text is no condition. */
export interface ImportFilter {
  search: string;
  kind: ImportKind | '';
  status: ImportStatus | '';
  only: 'imports' | 'checks' | '';
}
export const NO_FILTER: ImportFilter = { search: '', kind: '', status: '', only: '' };

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
    <div className="grid grid-cols-1 gap-2 border-line border-b p-3 sm:grid-cols-2 lg:grid-cols-[minmax(14rem,1fr)_10rem_10rem_12rem]">
      <div className="relative">
        <Search
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
          aria-hidden
        />
        <Input
          type="search"
          aria-label="Search imports"
          placeholder="Search by file name"
          maxLength={200}
          className="pl-9"
          value={filter.search}
          onChange={(event) => onChange({ ...filter, search: event.target.value })}
        />
      </div>
      <Choice
        label="Kind"
        all="All kinds"
        options={kinds}
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind })}
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
      />
    </div>
  );
}

function Choice<T extends string>({
  label,
  all,
  options,
  value,
  onChange,
}: {
  label: string;
  all: string;
  options: readonly { value: T; label: string }[];
  value: T | '';
  onChange(value: T | ''): void;
}) {
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(options.find((o) => o.value === event.target.value)?.value ?? '')}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
