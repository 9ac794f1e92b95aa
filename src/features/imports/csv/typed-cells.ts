import { parseMoney, toMajorUnits } from '../../../lib/money.ts';
import { parseInstant } from '../../audiences/rules.schema.ts';
import { attributeOfText } from '../../customers/customers.schema.ts';
import type { AttributeType, ColumnMapping, DateFormat, DecimalMark } from '../mapping.schema.ts';

/** A cell's value, or what was expected of it, in words that follow “is not”. */
export type CellOutcome<T> = { ok: true; value: T } | { ok: false; expected: string };

type Formats = Pick<ColumnMapping, 'dates' | 'decimal'>;

const bad = (expected: string) => ({ ok: false, expected }) as const;

/** One cell (trimmed, not empty) as a custom attribute of `type`. */
export function readAttribute(
  text: string,
  type: AttributeType,
  { dates = 'iso', decimal = 'point' }: Formats = {},
): CellOutcome<string | number | boolean> {
  if (type === 'text') return { ok: true, value: text };
  if (type === 'number') return readNumber(text, decimal);
  if (type === 'date') return readDate(text, dates);
  if (type === 'boolean') return readYesNo(text);
  return { ok: true, value: attributeOfText(text) };
}

/** A number with any number of decimals; thousands may be set apart. */
function readNumber(text: string, decimal: DecimalMark): CellOutcome<number> {
  const plain = withPoint(text, decimal);
  const value =
    plain !== null && /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(plain)
      ? Number(plain.replaceAll(',', ''))
      : Number.NaN;
  // Beyond it whole numbers are no longer exact: an id that long must stay text.
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return { ok: true, value };
  return bad(`a number such as ${decimal === 'comma' ? '1234,5' : '1234.5'}`);
}

/** An amount of money in major units, exact to the penny. */
export function readAmount(text: string, decimal: DecimalMark): CellOutcome<number> {
  const plain = decimal === 'comma' ? withPoint(text.replace(/\s*[£$€]$/u, ''), decimal) : text;
  const minor = plain === null ? null : parseMoney(plain);
  if (minor !== null) return { ok: true, value: toMajorUnits(minor) };
  return bad(
    decimal === 'comma'
      ? 'an amount such as 1234,50 (a comma before the pence, at most two decimals)'
      : 'an amount such as 1234.50 (a point before the pence, at most two decimals)',
  );
}

/** 1.234,50 as 1,234.50; null when it is not written with a comma. */
function withPoint(text: string, decimal: DecimalMark): string | null {
  if (decimal === 'point') return text;
  if (!/^[+-]?\s*[£$€]?\s*(\d+|\d{1,3}([.\s’']\d{3})+)(,\d+)?$/u.test(text)) return null;
  return text.replace(/[.\s’']/gu, '').replace(',', '.');
}

const YES = new Set(['true', 'yes', 'y', '1', 'on']);
const NO = new Set(['false', 'no', 'n', '0', 'off']);

function readYesNo(text: string): CellOutcome<boolean> {
  const word = text.toLowerCase();
  if (YES.has(word)) return { ok: true, value: true };
  if (NO.has(word)) return { ok: true, value: false };
  return bad('yes or no (true and false, 1 and 0 are understood too)');
}

const DATE_SAMPLES: Record<DateFormat, string> = {
  iso: '2024-12-31 or 2024-12-31T10:30:00Z',
  dmy: '31/12/2024 or 31/12/2024 10:30',
  mdy: '12/31/2024 or 12/31/2024 10:30',
};

/**
 * A date as ISO 8601 text that sorts as time does, so that rules compare it rightly: 2024-12-31 where the cell has no
 * time, else the instant in UTC with milliseconds.
 */
export function readDate(text: string, format: DateFormat): CellOutcome<string> {
  const iso = format === 'iso' ? text : isoOf(text, format);
  const instant = iso === null ? null : parseInstant(iso);
  if (!iso || !instant) return bad(`a date such as ${DATE_SAMPLES[format]}`);
  return { ok: true, value: /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : instant.toISOString() };
}

const WRITTEN =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?)?$/;

/** 31/12/2024 10:30 as 2024-12-31T10:30:00; null when it is not written so. The day must exist: parseInstant sees to it. */
function isoOf(text: string, format: 'dmy' | 'mdy'): string | null {
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const [, first = '', , second = '', year, hours, minutes, seconds = '00', half] = match;
  const [day, month] = format === 'dmy' ? [first, second] : [second, first];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (hours === undefined) return date;
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  return hour === null ? null : `${date}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

/** 12 am is midnight, 12 pm noon. */
function hourOf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}
