import type { ColumnMapping } from '../mapping.schema.ts';
import { isAmbiguousDate } from './guess.ts';
import { type CellOutcome, readAmount, readAttribute, readDate } from './typed-cells.ts';

/** How the first values of a column are read by what it is mapped to. */
export interface ColumnFit {
  /** Shown values that do not fit. */
  misfits: number;
  /** One of them. */
  misfit: string | null;
  /** What was expected of it, in words that follow “is not”. */
  expected: string | null;
  /** A value and what it is read as, where the two may differ. */
  reading: { from: string; to: string } | null;
  /** Day and month could be the other way round as well. */
  ambiguous: boolean;
}

const asText = (text: string): CellOutcome<string> => ({ ok: true, value: text });

function readerOf({ target, type, dates, decimal }: ColumnMapping) {
  if (target === 'orderAmount') return (text: string) => readAmount(text, decimal ?? 'point');
  if (target === 'orderDate' || (target === 'attribute' && type === 'date'))
    return (text: string) => readDate(text, dates ?? 'iso');
  if (target === 'attribute')
    return (text: string) => readAttribute(text, type ?? 'auto', decimal === undefined ? {} : { decimal });
  return asText;
}

/** @param values the column's first values, trimmed, without empty ones */
export function fitOf(entry: ColumnMapping, values: readonly string[]): ColumnFit {
  const read = readerOf(entry);
  const outcomes = values.map((text) => ({ text, outcome: read(text) }));
  const bad = outcomes.filter(({ outcome }) => !outcome.ok);
  const good = outcomes.find(({ outcome }) => outcome.ok);
  const first = bad[0];
  const isDate = entry.target === 'orderDate' || (entry.target === 'attribute' && entry.type === 'date');
  return {
    misfits: bad.length,
    misfit: first?.text ?? null,
    expected: first && !first.outcome.ok ? first.outcome.expected : null,
    reading:
      good?.outcome.ok && String(good.outcome.value) !== good.text && Number(good.text) !== good.outcome.value
        ? { from: good.text, to: String(good.outcome.value) }
        : null,
    ambiguous: isDate && isAmbiguousDate(values, entry.dates ?? 'iso'),
  };
}
