/** Figures as people write them. */

/** “£1,234.50” or “1.5k” as the text of a number, “1234.5” and “1500”; what is no figure stays as it is. */
export function readFigure(text: string): string {
  const bare = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^([+-]?)\p{Sc}|\p{Sc}$/u, '$1');
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?([km])?$/i.exec(bare);
  if (!match || bare === '' || !/\d/.test(bare)) return text;
  const [, sign = '', whole = '', fraction = '', unit] = match;
  const plain = `${sign === '-' ? '-' : ''}${whole.replaceAll(',', '')}${fraction}`;
  if (!unit) return plain;
  const scaled = Number(plain) * (unit.toLowerCase() === 'k' ? 1_000 : 1_000_000);
  return String(Math.round(scaled * 100) / 100);
}

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 });
const cents = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 10 });

/** The text of a number with its thousands apart: “1,234.50” for money, “1,234” else. What is no number stays. */
export function showFigure(text: string, money: boolean): string {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text;
  return money && !Number.isInteger(number) ? cents.format(number) : grouped.format(number);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day as people type it: 2011-06-01, 1/6/2011 (day first), 1.6.2011, 1 June 2011, Jun 1 2011. The day as 2011-06-01,
 * or null when it is none.
 */
export function readDay(text: string): string | null {
  const words = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(words);
  if (numbers) return day(numbers[3], numbers[2], numbers[1]);
  const named = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/.exec(words);
  if (named) return day(named[3], monthOf(named[2]), named[1]);
  const american = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(words);
  return american ? day(american[3], monthOf(american[1]), american[2]) : null;
}

const monthOf = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3)) + 1);

function day(year = '', month = '', date = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : null;
}

const short = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day (2011-06-01) as a box shows it: “1 Jun 2011”. */
export const showDay = (text: string): string => short.format(new Date(`${text}T00:00:00Z`));
