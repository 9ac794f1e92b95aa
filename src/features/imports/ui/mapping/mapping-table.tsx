'use client';
import { useId } from 'react';
import { cn } from '@/lib/cn.ts';
import { Table } from '@/ui/table.tsx';
import { columnLabel } from '../../csv/mapping.ts';
import type { ImportKind } from '../../imports.schema.ts';
import { ColumnControls } from './column-controls.tsx';
import { ColumnNotes } from './column-notes.tsx';
import { type MappingState, valuesOf } from './use-mapping.ts';

const SHOWN_ROWS = 5;

/**
 * The first rows of a file as a table; above each column, what it is taken for. Where there is no room for a table, the
 * columns stand one below the other with their first values.
 */
export function MappingTable({
  kind,
  rows,
  state: { mapping, problems, change, choose },
}: {
  kind: ImportKind;
  rows: readonly (readonly string[])[];
  state: MappingState;
}) {
  const id = useId();
  return (
    <Table label="Columns and first rows of the file" className="max-sm:block">
      <thead className="max-sm:block">
        <tr className="max-sm:block">
          {mapping.map((entry, index) => {
            const problem = problems.find((p) => p.index === index)?.message ?? null;
            const notes = `${id}-${index}`;
            return (
              <th
                key={notes}
                scope="col"
                className="border-line border-b bg-sunken/60 px-2 pt-3 pb-2 text-left align-top first:pl-5 last:pr-5 max-sm:block max-sm:px-5"
              >
                <div className="w-56 max-sm:w-full">
                  <p className="mb-1.5 truncate font-medium text-sm" title={entry.column}>
                    {columnLabel(entry.column, index)}
                  </p>
                  <p className="mb-1.5 truncate font-mono font-normal text-muted text-xs sm:hidden">
                    {valuesOf(rows, index).slice(0, SHOWN_ROWS).join(' · ')}
                  </p>
                  <ColumnControls
                    kind={kind}
                    index={index}
                    entry={entry}
                    error={problem !== null}
                    describedBy={notes}
                    onChoose={(target) => choose(index, target)}
                    onChange={(changes) => change(index, changes)}
                  />
                  <ColumnNotes id={notes} entry={entry} problem={problem} values={valuesOf(rows, index)} />
                </div>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody className="max-sm:hidden">
        {rows.slice(0, SHOWN_ROWS).map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity
          <tr key={row} className="[tbody>&:last-child>td]:border-b-0">
            {mapping.map(({ target }, index) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                key={index}
                title={cells[index]}
                className={cn(
                  'max-w-60 truncate border-line border-b px-2 py-2 font-mono text-small first:pl-5 last:pr-5',
                  target === 'ignore' && 'text-muted line-through decoration-line-strong',
                )}
              >
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
