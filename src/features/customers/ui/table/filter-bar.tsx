'use client';
import { useEffect, useRef, useState } from 'react';
import { formatDay } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { SearchField } from '@/ui/filters.tsx';
import { Select } from '@/ui/input.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useMoney } from '@/ui/use-workspace.ts';
import { RFM_SEGMENTS } from '../../../audiences/rules/rfm-segments.ts';
import { type CustomerFilter, isEveryone } from '../../customer-filter.schema.ts';
import { segmentLabel } from './columns.tsx';
import { Chip } from './filter-chip.tsx';
import { Choices } from './filter-choices.tsx';
import { LastOrder, Spend } from './filter-ranges.tsx';

const SETTLE_MS = 250;

interface Props {
  filter: CustomerFilter;
  onFilter(filter: CustomerFilter): void;
}

/** All that narrows the list down: a search, and a chip for each other filter that says what it does. */
export function FilterBar({ filter, onFilter }: Props) {
  const money = useMoney();
  const known = trpc.customers.knownValues.useQuery(undefined, { staleTime: 300_000 }).data;
  const { search: _search, ...others } = filter;
  const without = (...keys: (keyof CustomerFilter)[]) => {
    const next = { ...filter };
    for (const key of keys) delete next[key];
    return next;
  };
  const withOne = <K extends keyof CustomerFilter>(key: K, value: CustomerFilter[K] | undefined) =>
    onFilter(value === undefined ? without(key) : { ...filter, [key]: value });
  const listed = (values: readonly string[] | undefined) =>
    values && (values.length > 2 ? `${values[0]} and ${values.length - 1} more` : values.join(', '));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox value={filter.search ?? ''} onChange={(text) => withOne('search', text || undefined)} />
      <Chip label="Country" value={listed(filter.countries)} onClear={() => onFilter(without('countries'))}>
        <Choices
          label="Countries"
          offered={known?.countries ?? []}
          chosen={filter.countries ?? []}
          onChange={(values) => withOne('countries', values.length > 0 ? values : undefined)}
        />
      </Chip>
      <Chip label="Tag" value={listed(filter.tags)} onClear={() => onFilter(without('tags'))}>
        <Choices
          label="Tags"
          offered={known?.tags ?? []}
          chosen={filter.tags ?? []}
          onChange={(values) => withOne('tags', values.length > 0 ? values : undefined)}
        />
      </Chip>
      <Chip
        label="Segment"
        value={listed(filter.segments?.map(segmentLabel))}
        onClear={() => onFilter(without('segments'))}
      >
        <Choices
          label="Segments"
          offered={RFM_SEGMENTS}
          words={segmentLabel}
          closed
          chosen={filter.segments ?? []}
          onChange={(values) => {
            const segments = RFM_SEGMENTS.filter((segment) => values.includes(segment));
            withOne('segments', segments.length > 0 ? segments : undefined);
          }}
        />
      </Chip>
      <Chip
        label="Spend"
        value={spendInWords(filter, money)}
        onClear={() => onFilter(without('minSpend', 'maxSpend'))}
      >
        <Spend filter={filter} onFilter={onFilter} />
      </Chip>
      <Chip
        label="Last order"
        value={lastOrderInWords(filter)}
        onClear={() =>
          onFilter(without('lastOrderFrom', 'lastOrderTo', 'lastOrderWithin', 'lastOrderNotWithin'))
        }
      >
        <LastOrder filter={filter} onFilter={onFilter} />
      </Chip>
      <AudienceChip id={filter.audienceId} onChange={(id) => withOne('audienceId', id)} />
      {!isEveryone(others) && (
        <Button
          variant="ghost"
          size="sm"
          onClick={() => onFilter(filter.search ? { search: filter.search } : {})}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}

/** What is typed settles for a moment before the list follows it. */
function SearchBox({ value, onChange }: { value: string; onChange(text: string): void }) {
  const [typed, setTyped] = useState(value);
  const given = useRef(value);
  // A view, a link or the back button brought another search: the box follows it.
  if (value !== given.current) {
    given.current = value;
    setTyped(value);
  }
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === given.current) return;
    const timer = setTimeout(() => {
      given.current = wanted;
      onChange(wanted);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [wanted, onChange]);
  return (
    <SearchField
      label="Search customers"
      placeholder="Search by name or email"
      className="sm:w-64 sm:flex-none"
      small
      value={typed}
      onChange={setTyped}
    />
  );
}

function AudienceChip({ id, onChange }: { id: string | undefined; onChange(id: string | undefined): void }) {
  const list = trpc.audiences.list.useQuery({ limit: 500 }, { staleTime: 60_000 }).data?.items;
  const name = list?.find((audience) => audience.id === id)?.name;
  return (
    <Chip
      label="Audience"
      value={id ? (name ?? (list ? 'one that is gone' : '…')) : undefined}
      onClear={() => onChange(undefined)}
    >
      {list?.length === 0 ? (
        <p className="text-muted text-sm">There are no audiences yet.</p>
      ) : (
        <Field label="Only those in">
          <Select value={id ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
            <option value="">Any or none</option>
            {(list ?? []).map((audience) => (
              <option key={audience.id} value={audience.id}>
                {audience.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </Chip>
  );
}

function spendInWords(
  { minSpend, maxSpend }: CustomerFilter,
  money: (amount: number) => string,
): string | undefined {
  if (minSpend !== undefined && maxSpend !== undefined) return `${money(minSpend)} to ${money(maxSpend)}`;
  if (minSpend !== undefined) return `${money(minSpend)} or more`;
  return maxSpend === undefined ? undefined : `${money(maxSpend)} or less`;
}

function lastOrderInWords(filter: CustomerFilter): string | undefined {
  const { lastOrderFrom: from, lastOrderTo: to, lastOrderWithin, lastOrderNotWithin } = filter;
  const day = (text: string) => formatDay(new Date(`${text}T12:00:00Z`));
  const parts = [
    lastOrderWithin ? `in the last ${lastOrderWithin} days` : '',
    lastOrderNotWithin ? `none in ${lastOrderNotWithin} days` : '',
    from && to ? `${day(from)} to ${day(to)}` : from ? `from ${day(from)}` : to ? `up to ${day(to)}` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
