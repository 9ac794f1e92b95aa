import { formatMoney } from '../../../lib/format.ts';
import type { DateWindow, FieldRule, Scalar } from '../rules.schema.ts';
import type { FieldType } from './fields.ts';
import { RFM_SEGMENTS } from './rfm-segments.ts';

/** What a sentence can know beyond the rules: with nothing of it amounts are bare numbers and snapshots ids. */
export interface Wording {
  /** Three letters; what amounts are written in. */
  currency?: string | undefined;
  /** Names of snapshots by id. */
  snapshots?: ReadonlyMap<string, string> | undefined;
}

/** “A, B or C”. `word` stands before the last; a long list is cut, and says how many more there are. */
export function listed(items: readonly string[], word: 'and' | 'or', longest = 12): string {
  if (items.length > longest) {
    const rest = items.length - longest + 1;
    return listed([...items.slice(0, longest - 1), `${rest} others`], word, longest);
  }
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 });

/** A figure still to be filled in is NaN, and reads “…”. */
export const figure = (n: number): string => (Number.isNaN(n) ? '…' : plain.format(n));

/** “£1,000” or “£12.50”; without a currency “1,000”. */
export function money(amount: number, currency: string | undefined): string {
  if (currency === undefined || Number.isNaN(amount)) return figure(amount);
  return formatMoney(amount, currency).replace(/\.0+(?=\D*$)/, '');
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MIDNIGHT = /^\d{4}-\d{2}-\d{2}(T00:00(:00(\.0+)?)?Z)?$/;
const LAST_MOMENT = /T23:59:59\.999Z$/;

/** How much of a day an instant stands for: its beginning, its very end, or neither. */
export const edgeOf = (instant: string): 'start' | 'end' | null =>
  MIDNIGHT.test(instant) ? 'start' : LAST_MOMENT.test(instant) ? 'end' : null;

/** “1 June 2011”. */
export function dayInWords(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : day.format(date);
}

/** “1 June 2011, 08:00 UTC”; seconds only where there are any. */
export function instantInWords(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const time = date
    .toISOString()
    .slice(11, 23)
    .replace(/(:00)?\.000$/, '');
  return `${day.format(date)}, ${time} UTC`;
}

/** “in the last 30 days” without its “in”: “the last 30 days”, “the last month”. */
export function windowInWords({ amount, unit }: DateWindow): string {
  return amount === 1 ? `the last ${unit}` : `the last ${figure(amount)} ${unit}s`;
}

/** One value. Texts that would run into the sentence get quotation marks. */
export function valueInWords(value: Scalar, type: FieldType, field: string, wording: Wording): string {
  if (type === 'money') return typeof value === 'number' ? money(value, wording.currency) : String(value);
  if (typeof value === 'number') return figure(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (type === 'snapshot') return quoted(wording.snapshots?.get(value) ?? value);
  if (type === 'date') return instantInWords(value);
  if (field === 'rfm.segment' && segmentName(value) !== value) return segmentName(value);
  return /^[\p{L}\p{N}@…'’+._%&/-]+( [\p{L}\p{N}@'’+._%&/-]+)*$/u.test(value) &&
    !/\b(and|or|not|is)\b/i.test(value)
    ? value
    : quoted(value);
}

export const quoted = (text: string): string => (text === '…' ? text : `“${text}”`);

/** A segment as people read it: “Loyal customers”. One of no known name stays as it is. */
export const segmentName = (segment: string): string =>
  RFM_SEGMENTS.some((known) => known === segment.toLowerCase())
    ? segment.charAt(0).toUpperCase() + segment.slice(1).toLowerCase()
    : segment;

/** When a date lies, to follow “was”: “in the last 30 days”, “on or after 1 June 2011”. Instants are UTC. */
export function momentInWords({ operator, value }: Pick<FieldRule, 'operator' | 'value'>): string {
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return `${operator === 'notInLast' ? 'not ' : ''}in ${windowInWords(value)}`;
  const [first = '…', second = '…'] = scalars(value).map(String);
  switch (operator) {
    case '<':
      return `before ${edgeOf(first) === 'start' ? dayInWords(first) : instantInWords(first)}`;
    case '>=':
      return edgeOf(first) === 'start'
        ? `on or after ${dayInWords(first)}`
        : `at or after ${instantInWords(first)}`;
    case '<=':
      return edgeOf(first) === 'end'
        ? `on or before ${dayInWords(first)}`
        : `at or before ${instantInWords(first)}`;
    case '>':
      return `after ${edgeOf(first) === 'end' ? dayInWords(first) : instantInWords(first)}`;
    case 'between':
    case 'notBetween':
      return `${operator === 'notBetween' ? 'not ' : ''}${span(first, second)}`;
    case '!=':
      return `not exactly at ${instantInWords(first)}`;
    default:
      return `exactly at ${instantInWords(first)}`;
  }
}

function span(first: string, second: string): string {
  if (edgeOf(first) !== 'start' || edgeOf(second) !== 'end')
    return `between ${edgeOf(first) === 'start' && second === '…' ? dayInWords(first) : instantInWords(first)} and ${instantInWords(second)}`;
  return first.slice(0, 10) === second.slice(0, 10)
    ? `on ${dayInWords(first)}`
    : `between ${dayInWords(first)} and ${dayInWords(second)}`;
}

/** The values a condition compares with; none of a window or of nothing. */
export const scalars = (value: FieldRule['value']): Scalar[] =>
  Array.isArray(value) ? value : value === null || typeof value === 'object' ? [] : [value];

/**
 * A part of a sentence. Where the customer is its subject the verb has two forms: “is tagged vip” alone, and “they are
 * tagged vip” among other parts.
 */
export type Clause = string | { one: string; many: string };
