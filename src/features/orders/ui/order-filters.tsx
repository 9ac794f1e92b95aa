'use client';
import { Choice, ClearFilters, DayRange, FilterRow } from '@/ui/filters.tsx';
import { ALL_ORDERS, type OrderFilter } from './order-filter.ts';

const kinds = [
  { value: 'purchases', label: 'Only purchases' },
  { value: 'refunds', label: 'Only refunds' },
] as const;

/** Narrows the orders by the days they were placed on, and by whether money came in or went back. */
export const OrderFilters = ({
  filter,
  onChange,
}: {
  filter: OrderFilter;
  onChange(filter: OrderFilter): void;
}) => (
  <FilterRow>
    <DayRange from={filter.from} until={filter.until} onChange={(days) => onChange({ ...filter, ...days })} />
    <Choice
      label="Purchases or refunds"
      all="Purchases and refunds"
      options={kinds}
      value={filter.kind}
      onChange={(kind) => onChange({ ...filter, kind })}
      className="sm:w-52"
    />
    {Object.values(filter).some(Boolean) && <ClearFilters onClick={() => onChange(ALL_ORDERS)} />}
  </FilterRow>
);
