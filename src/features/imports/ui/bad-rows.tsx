'use client';
import { Download } from 'lucide-react';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { trpc } from '@/ui/trpc.tsx';

/** The first rows that could not be read, and all of them as a file to mend and import again. */
export function BadRows({ importId, failed, over }: { importId: string; failed: number; over: boolean }) {
  const rows = trpc.imports.rowErrors.useQuery({ id: importId }, { enabled: over });
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={`${plural(failed, 'row')} could not be imported`}
        description="Mend them in the file below and import it: the two last columns are ignored."
        actions={
          <Button asChild variant="secondary" size="sm">
            <a href={`/api/imports/${importId}/errors`} download>
              <Download aria-hidden />
              Bad rows as CSV
            </a>
          </Button>
        }
      />
      {rows.data && rows.data.length > 0 && (
        <Table label="Rows that could not be imported">
          <thead>
            <tr>
              <Th className="text-right">Row</Th>
              <Th>Why</Th>
              <Th>What it says</Th>
            </tr>
          </thead>
          <tbody>
            {rows.data.map(({ row, cells, error }) => (
              <Tr key={row}>
                <Td className="text-right tabular-nums">{row}</Td>
                <Td className="max-w-80 text-danger-text">{error}</Td>
                <Td className="max-w-96 truncate font-mono text-[13px] text-muted">{cells.join(' | ')}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
