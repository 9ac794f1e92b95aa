import { formatShare, plural } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Progress } from '@/ui/progress.tsx';
import { Notice } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import type { Import } from '../imports.schema.ts';
import { FigureGrid } from './figure-grid.tsx';

/** How far an undo is, and what became of every row: taken out, given back, or kept with the reason. */
export function UndoFigures({ state }: { state: Import }) {
  const { undo, kind } = state;
  if (!undo) return null;
  const { counts, status } = undo;
  const orders = kind === 'ORDERS';
  const kept = counts.keptChanged + counts.keptOrders + counts.keptMessages;
  const one = orders ? 'order' : 'customer';
  const reasons = [
    counts.keptChanged > 0 &&
      `${plural(counts.keptChanged, 'row')} changed since, by hand or by a later import: what was changed stays.`,
    counts.keptOrders > 0 && `${plural(counts.keptOrders, 'customer')} with orders from elsewhere.`,
    counts.keptMessages > 0 && `${plural(counts.keptMessages, 'customer')} named in a campaign’s messages.`,
  ].filter((reason) => reason !== false);
  return (
    <Card>
      <CardHeader
        title={status === 'DONE' ? 'Undone' : status === 'FAILED' ? 'The undo stopped' : 'Undoing'}
        description={
          undo.finishedAt ? (
            <>
              Finished <Time value={undo.finishedAt} />
            </>
          ) : (
            'From the last row to the first; it goes on when a server restarts.'
          )
        }
      />
      <CardBody>
        {undo.error && (
          <Notice tone="danger" className="mb-4">
            {undo.error}
          </Notice>
        )}
        {status !== 'DONE' && (
          <>
            <div className="mb-2 font-semibold text-3xl tabular-nums tracking-tight">
              {formatShare(Math.round(undo.progress * 1_000), 1_000)}
            </div>
            <Progress label="Undo progress" value={undo.progress} className="mb-5 h-3" />
          </>
        )}
        <FigureGrid
          figures={[
            { label: `New ${one}s removed`, value: counts.removed },
            { label: `Changed ${one}s restored`, value: counts.restored },
            ...(orders ? [{ label: 'Customers removed', value: counts.customersRemoved }] : []),
            { label: 'Kept', value: kept },
            ...(counts.gone > 0 ? [{ label: 'Gone already', value: counts.gone }] : []),
          ]}
        />
        {reasons.length > 0 && (
          <div className="mt-4 text-sm">
            <p className="font-medium">Why some were kept</p>
            <ul className="mt-1 list-disc pl-5 text-muted tabular-nums">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
