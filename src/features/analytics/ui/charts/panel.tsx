'use client';
import { ChartColumn, Download, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import type { CsvCell } from '@/lib/csv-writer.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { ErrorState } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';

/** A column of the table and the file behind a chart. */
export interface Column<T> {
  title: string;
  /** As the table shows it. */
  shown(row: T): ReactNode;
  /** As the file has it: plain numbers and days. */
  plain(row: T): CsvCell;
  /** Numbers stand at the right. */
  number?: boolean;
}

/** Something drawn, with the table behind it to look at and to take along. */
export function Panel<T extends object>({
  title,
  description,
  file,
  columns,
  rows,
  keyOf,
  error,
  onRetry,
  skeleton,
  children,
}: {
  title: string;
  description?: ReactNode;
  /** The name of its CSV file, without the ending. */
  file: string;
  columns: readonly Column<T>[];
  /** Undefined while they are being loaded. */
  rows: readonly T[] | undefined;
  keyOf(row: T): string;
  error: string | null;
  onRetry(): void;
  skeleton: ReactNode;
  /** The drawing; shown when there are rows. */
  children: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Card className="min-w-0 overflow-hidden">
      <CardHeader
        title={title}
        description={description}
        actions={
          rows && (
            <>
              <ViewSwitch title={title} asTable={asTable} onChange={setAsTable} />
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`Download “${title}” as CSV`}
                title="Download as CSV"
                onClick={() => void download(file, columns, rows)}
              >
                <Download aria-hidden />
              </Button>
            </>
          )
        }
        className="flex-nowrap"
      />
      {rows ? (
        asTable ? (
          <div className="max-h-80 overflow-y-auto border-line border-t">
            <Table label={title}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <Th key={column.title} className={cn(column.number && 'text-right')}>
                      {column.title}
                    </Th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Tr key={keyOf(row)}>
                    {columns.map((column) => (
                      <Td
                        key={column.title}
                        className={cn('whitespace-nowrap', column.number && 'text-right tabular-nums')}
                      >
                        {column.shown(row)}
                      </Td>
                    ))}
                  </Tr>
                ))}
              </tbody>
            </Table>
          </div>
        ) : (
          children
        )
      ) : error ? (
        <ErrorState message={error} onRetry={onRetry} />
      ) : (
        skeleton
      )}
    </Card>
  );
}

const ViewSwitch = ({
  title,
  asTable,
  onChange,
}: {
  title: string;
  asTable: boolean;
  onChange(asTable: boolean): void;
}) => (
  <Button
    variant="ghost"
    size="icon-sm"
    aria-label={asTable ? `Show “${title}” as a chart` : `Show “${title}” as a table`}
    title={asTable ? 'Show as a chart' : 'Show as a table'}
    onClick={() => onChange(!asTable)}
  >
    {asTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
  </Button>
);

/** The writer of CSV files is fetched when one is wanted: few pages are looked at for their files. */
async function download<T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): Promise<void> {
  const { csvFile } = await import('@/lib/csv-writer.ts');
  const cells = (async function* () {
    for (const row of rows) yield columns.map((column) => column.plain(row));
  })();
  const pieces: string[] = [];
  const header = columns.map(({ title }) => title);
  for await (const piece of csvFile(header, cells)) pieces.push(piece);
  const address = URL.createObjectURL(new Blob(pieces, { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
