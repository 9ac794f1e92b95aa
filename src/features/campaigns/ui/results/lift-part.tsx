'use client';
import { formatMoney, formatNumber } from '@/lib/format.ts';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import type { Lift } from '../../results/results.schema.ts';
import { differenceRange, liftSentence, percent, revenueSentence } from './results-words.ts';

/** What the message itself did: those it went to beside those held out. */
export function LiftPart({ lift, currency }: { lift: Lift; currency: string }) {
  const revenue = revenueSentence(lift, currency);
  return (
    <section aria-label="Against the holdout group">
      <h3 className="font-medium text-sm">Against the holdout group</h3>
      <p className="mt-1 max-w-prose text-pretty text-sm">{liftSentence(lift)}</p>
      {revenue && <p className="mt-1 max-w-prose text-pretty text-sm">{revenue}</p>}
      <div className="mt-3 rounded-lg border border-line">
        <Table label="Those it went to and those held out">
          <thead>
            <tr>
              <Th>Group</Th>
              <Th className="text-right">People</Th>
              <Th className="text-right">Buyers</Th>
              <Th className="text-right">Who ordered</Th>
              <Th className="text-right">Between</Th>
              <Th className="text-right">Revenue by person</Th>
            </tr>
          </thead>
          <tbody>
            {(
              [
                ['Written to', lift.written],
                ['Held out', lift.heldOut],
              ] as const
            ).map(([label, arm]) => (
              <Tr key={label}>
                <Td>{label}</Td>
                <Td className="text-right tabular-nums">{formatNumber(arm.people)}</Td>
                <Td className="text-right tabular-nums">{formatNumber(arm.buyers)}</Td>
                <Td className="text-right tabular-nums">{percent(arm.ordered.share)}</Td>
                <Td className="whitespace-nowrap text-right text-muted tabular-nums">
                  {percent(arm.ordered.low)} to {percent(arm.ordered.high)}
                </Td>
                <Td className="text-right tabular-nums">{formatMoney(arm.perPerson, currency)}</Td>
              </Tr>
            ))}
            {!lift.tooFew && (
              <Tr>
                <Td className="font-medium">Difference</Td>
                <Td />
                <Td />
                <Td className="text-right font-medium tabular-nums">
                  {lift.ordered.difference > 0 ? '+' : ''}
                  {percent(lift.ordered.difference)}
                </Td>
                <Td className="whitespace-nowrap text-right tabular-nums">{differenceRange(lift.ordered)}</Td>
                <Td className="text-right tabular-nums">
                  {lift.perPerson && formatMoney(lift.perPerson.difference, currency)}
                </Td>
              </Tr>
            )}
          </tbody>
        </Table>
      </div>
      <p className="mt-2 text-small text-muted">
        All orders since the launch count here, for whatever reason they were placed. “Between” holds with 95%
        confidence.
      </p>
    </section>
  );
}
