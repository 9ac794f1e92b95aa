'use client';
import { ClearFilters, DayRange, FilterRow, SearchField } from '@/ui/filters.tsx';
import { Select } from '@/ui/input.tsx';
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
    <FilterRow>
      <SearchField
        label="Search by the thing’s name"
        placeholder="Search by the thing’s name"
        value={chosen.target}
        onChange={(target) => set({ target })}
      />
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
        <DayRange from={chosen.from} until={chosen.until} onChange={set} />
        {filtered && <ClearFilters onClick={() => onChoose(NOTHING_CHOSEN)} />}
      </div>
    </FilterRow>
  );
}
