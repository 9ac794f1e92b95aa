'use client';
import { Search, X } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { auditActions, auditAreas } from '../audit-actions.schema.ts';
import { actorLabel } from './actor.ts';
import { type Chosen, NOTHING_CHOSEN } from './filter.ts';

/** Who, what, which thing, and when. */
export function AuditFilters({ chosen, onChoose }: { chosen: Chosen; onChoose(next: Chosen): void }) {
  const actors = trpc.audit.actors.useQuery(undefined, { staleTime: 60_000 });
  const set = (part: Partial<Chosen>) => onChoose({ ...chosen, ...part });
  const filtered = Object.values(chosen).some(Boolean);
  return (
    <div className="flex flex-wrap items-end gap-2 border-line border-b p-3">
      <div className="relative min-w-0 flex-1 basis-full sm:basis-52">
        <Search
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
          aria-hidden
        />
        <Input
          type="search"
          aria-label="Search by the thing’s name"
          placeholder="Search by the thing’s name"
          maxLength={200}
          className="pl-9"
          value={chosen.target}
          onChange={(event) => set({ target: event.target.value })}
        />
      </div>
      <Select
        aria-label="Show what was done by"
        className="w-full sm:w-44"
        value={chosen.actor}
        onChange={(event) => set({ actor: event.target.value })}
      >
        <option value="">Everybody</option>
        {actors.data?.map(({ actor, name }) => (
          <option key={actor} value={actor}>
            {actorLabel(actor, name)}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Show what was done"
        className="w-full sm:w-44"
        value={chosen.action}
        onChange={(event) => set({ action: event.target.value })}
      >
        <option value="">Everything done</option>
        {Object.entries(auditAreas).map(([area, label]) => (
          <optgroup key={area} label={label}>
            <option value={area}>{label}: everything</option>
            {Object.entries(auditActions)
              .filter(([action]) => action.startsWith(`${area}.`))
              .map(([action, words]) => (
                <option key={action} value={action}>
                  {words.charAt(0).toUpperCase() + words.slice(1).replace(/,$/, '')}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <div className="flex basis-full flex-wrap items-center gap-2">
        <Day label="From" value={chosen.from} max={chosen.until} onChange={(from) => set({ from })} />
        <Day label="Until" value={chosen.until} min={chosen.from} onChange={(until) => set({ until })} />
        {filtered && (
          <Button variant="ghost" onClick={() => onChoose(NOTHING_CHOSEN)}>
            <X aria-hidden />
            Clear
          </Button>
        )}
      </div>
    </div>
  );
}

const Day = ({
  label,
  value,
  min = '',
  max = '',
  onChange,
}: {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange(day: string): void;
}) => (
  <div className="flex w-full items-center gap-2 sm:w-auto">
    <span className="w-9 text-small text-muted sm:w-auto" aria-hidden>
      {label}
    </span>
    <Input
      aria-label={`${label} this day`}
      type="date"
      className="min-w-0 flex-1 sm:w-38 sm:flex-none"
      value={value}
      {...(min ? { min } : {})}
      {...(max ? { max } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  </div>
);
