'use client';
import { Download } from 'lucide-react';
import { formatNumber, plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { MAX_CHECK_ERRORS } from '../csv/limits.ts';

/** The first rows that could not be read, and all of them as a file to mend and import again. */
export function BadRows({
  importId,
  failed,
  over,
  dryRun,
}: {
  importId: string;
  failed: number;
  over: boolean;
  dryRun: boolean;
}) {
  const rows = trpc.imports.rowErrors.useQuery({ id: importId }, { enabled: over });
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={`${plural(failed, 'row')} ${dryRun ? 'cannot' : 'could not'} be imported`}
        description={
          dryRun
            ? 'Mend them in the file and check it again, or start the import: it leaves them out and keeps them aside.'
            : over
              ? 'Download them, mend them in the file and import it: its two last columns, which say what was wrong, are ignored.'
              : 'They are listed here once the whole file has been read.'
        }
        actions={
          over &&
          (!dryRun || failed <= MAX_CHECK_ERRORS) && (
            <Button asChild variant="secondary" size="sm">
              <a href={`/api/imports/${importId}/errors`} download>
                <Download aria-hidden />
                Bad rows as CSV
              </a>
            </Button>
          )
        }
      />
      {over && rows.isPending && <SkeletonRows rows={3} />}
      {rows.isError && !rows.data && (
        <ErrorState message={messageOf(rows.error)} onRetry={() => void rows.refetch()} />
      )}
      {rows.data && rows.data.length > 0 && (
        <>
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
                  <Td className="text-right tabular-nums">{formatNumber(row)}</Td>
                  <Td className="min-w-56 max-w-80 break-words text-danger-text">{error}</Td>
                  <Td className="max-w-96 truncate font-mono text-small text-muted" title={cells.join(' | ')}>
                    {cells.join(' | ')}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          {failed > rows.data.length && (
            <p className="border-line border-t px-5 py-2.5 text-small text-muted tabular-nums">
              The first {formatNumber(rows.data.length)} of {formatNumber(failed)}
              {dryRun ? '.' : '; the file has them all.'}
            </p>
          )}
        </>
      )}
    </Card>
  );
}
