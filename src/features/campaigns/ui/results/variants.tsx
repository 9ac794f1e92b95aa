'use client';
import { formatMoney, formatNumber, formatShare } from '@/lib/format.ts';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import type { VariantFigures } from '../../results/results.schema.ts';
import { percent, variantSentence } from './results-words.ts';

/** The texts beside one another, and whether what sets them apart is more than chance. */
export const Variants = ({
  variants,
  currency,
}: {
  variants: readonly VariantFigures[];
  currency: string;
}) => (
  <section aria-label="By variant">
    <h3 className="font-medium text-sm">By variant</h3>
    <ul className="mt-1 text-sm">
      {variants.map((variant) => {
        const sentence = variantSentence(variant);
        return sentence ? <li key={variant.variant}>{sentence}</li> : null;
      })}
    </ul>
    <div className="mt-3 rounded-lg border border-line">
      <Table label="Results by variant">
        <thead>
          <tr>
            <Th>Variant</Th>
            <Th className="text-right">Written to</Th>
            <Th className="text-right">Delivered</Th>
            <Th className="text-right">Clicked</Th>
            <Th className="text-right">Who ordered</Th>
            <Th className="text-right">Between</Th>
            <Th className="text-right">Orders</Th>
            <Th className="text-right">Revenue</Th>
            <Th className="text-right">By person</Th>
          </tr>
        </thead>
        <tbody>
          {variants.map((figures) => (
            <Tr key={figures.variant}>
              <Td className="font-medium">{figures.variant}</Td>
              <Td className="text-right tabular-nums">{formatNumber(figures.people)}</Td>
              <Td className="text-right tabular-nums">{formatShare(figures.delivered, figures.people)}</Td>
              <Td className="text-right tabular-nums">{percent(figures.clickedShare.share)}</Td>
              <Td className="text-right tabular-nums">{percent(figures.ordered.share)}</Td>
              <Td className="whitespace-nowrap text-right text-muted tabular-nums">
                {percent(figures.ordered.low)} to {percent(figures.ordered.high)}
              </Td>
              <Td className="text-right tabular-nums">{formatNumber(figures.orders)}</Td>
              <Td className="text-right tabular-nums">{formatMoney(figures.revenue, currency)}</Td>
              <Td className="text-right tabular-nums">{formatMoney(figures.perPerson, currency)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  </section>
);
