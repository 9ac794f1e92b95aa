'use client';
import type { ReactNode } from 'react';
import { plural } from '@/lib/format.ts';
import { Card, CardHeader } from '@/ui/card.tsx';
import { Notice, SkeletonRows } from '@/ui/states.tsx';
import type { ImportKind } from '../../imports.schema.ts';
import { MappingTable } from './mapping-table.tsx';
import type { MappingState } from './use-mapping.ts';

const origins: Record<MappingState['origin'], string> = {
  guessed: 'Guessed from names and contents: look them over.',
  remembered: 'As you had them for the last file with these columns.',
  given: 'As the check read them.',
  changed: 'As you chose. They are remembered for the next file with these columns.',
};

/** The columns of a file with what they mean, what is still wrong, and what to do next. */
export function MappingCard({
  kind,
  header,
  rows,
  state,
  actions,
}: {
  kind: ImportKind;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  state: MappingState;
  actions: ReactNode;
}) {
  const lacking = state.problems.filter((p) => p.index === null);
  const wrong = state.problems.length - lacking.length;
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={`What the ${plural(header.length, 'column')} mean`}
        description={
          state.pending ? 'Looking for how these columns were read before …' : origins[state.origin]
        }
      />
      {state.pending ? (
        <SkeletonRows rows={4} />
      ) : (
        <>
          {/* Always there, so that screen readers are told when something comes or goes. */}
          <div role="status" className="px-5 empty:hidden">
            {state.problems.length > 0 && (
              <Notice tone="warning" className="mb-3">
                <ul className="flex flex-col gap-1">
                  {lacking.map((problem) => (
                    <li key={problem.message}>{problem.message}</li>
                  ))}
                  {wrong > 0 && (
                    <li>{`${plural(wrong, 'column')} below ${wrong === 1 ? 'needs' : 'need'} another choice.`}</li>
                  )}
                </ul>
              </Notice>
            )}
          </div>
          <MappingTable kind={kind} rows={rows} state={state} />
          {rows.length === 0 && (
            <p className="border-line border-t px-5 py-3 text-muted text-sm">
              The file names its columns but has no rows below them.
            </p>
          )}
        </>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-4">
        {actions}
      </div>
    </Card>
  );
}
