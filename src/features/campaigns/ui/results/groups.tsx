'use client';
import { useState } from 'react';
import { formatMoney, formatNumber, formatShare } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import type { GroupFigures } from '../../results/results.schema.ts';

const SHOWN = 8;

/** Groups of people beside one another, with a bar of what each brought in. */
export function Groups({
  title,
  hint,
  unnamed,
  groups,
  currency,
}: {
  title: string;
  hint?: string;
  /** What those without a name are called. */
  unnamed: string;
  groups: readonly GroupFigures[];
  currency: string;
}) {
  const [all, setAll] = useState(false);
  const most = Math.max(...groups.map(({ revenue }) => revenue), 0);
  return (
    <div className="min-w-0">
      <h3 className="font-medium text-sm">{title}</h3>
      {hint && <p className="text-small text-muted">{hint}</p>}
      {groups.length === 0 ? (
        <p className="mt-2 text-muted text-sm">Nobody was written to yet.</p>
      ) : (
        <div className="mt-2 rounded-lg border border-line">
          <Table label={title}>
            <thead>
              <tr>
                <Th>Group</Th>
                <Th className="text-right">Written to</Th>
                <Th className="text-right">Ordered</Th>
                <Th className="text-right">Revenue</Th>
              </tr>
            </thead>
            <tbody>
              {groups.slice(0, all ? undefined : SHOWN).map((group) => (
                <Tr key={group.name ?? ''}>
                  <Td className="min-w-28">
                    <span className="wrap-anywhere">{group.name ?? unnamed}</span>
                    <span aria-hidden className="mt-1 block h-1 rounded-full bg-sunken">
                      <span
                        className="block h-full rounded-full bg-accent"
                        style={{ width: `${most > 0 ? (Math.max(0, group.revenue) / most) * 100 : 0}%` }}
                      />
                    </span>
                  </Td>
                  <Td className="text-right tabular-nums">{formatNumber(group.people)}</Td>
                  <Td className="text-right tabular-nums">{formatShare(group.buyers, group.people)}</Td>
                  <Td className="text-right tabular-nums">{formatMoney(group.revenue, currency)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {groups.length > SHOWN && (
        <Button variant="ghost" size="sm" className="mt-1" onClick={() => setAll(!all)}>
          {all ? 'Show the largest only' : `Show all ${formatNumber(groups.length)}`}
        </Button>
      )}
    </div>
  );
}
