/** How figures, money and dates are written on pages. One place, so that a number looks the same everywhere. */
const LOCALE = 'en-GB';

const integer = new Intl.NumberFormat(LOCALE);
const dateTime = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const moneyFormats = new Map<string, Intl.NumberFormat>();

export const formatNumber = (n: number): string => integer.format(n);

/** `amount` in major units (12.5), `currency` as three letters (GBP). */
export function formatMoney(amount: number, currency: string): string {
  const format = moneyFormats.get(currency) ?? new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
  moneyFormats.set(currency, format);
  return format.format(amount);
}

/** A share from 0 to 1 as a percentage; small ones keep a decimal, and only nothing is 0 %, only all is 100 %. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0%';
  if (part === whole) return '100%';
  const percent = (part / whole) * 100;
  if (percent < 0.1) return '<0.1%';
  if (percent > 99.9) return '>99.9%';
  return `${percent < 10 || percent > 99 ? percent.toFixed(1) : Math.round(percent)}%`;
}

export const formatDateTime = (date: Date): string => dateTime.format(date);
export const formatDay = (date: Date): string => day.format(date);

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** “3 minutes ago”, “yesterday”, “in 2 hours”. */
export function formatRelative(date: Date, now: Date): string {
  const seconds = (date.getTime() - now.getTime()) / 1_000;
  for (const [unit, size] of STEPS)
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  // The server's clock may be a little ahead of this one.
  return seconds > 10 ? 'in a moment' : 'just now';
}

/** A length of time in words a person reads at a glance: “0.8 s”, “42 s”, “3 min 5 s”, “2 h 10 min”. */
export function formatDuration(ms: number): string {
  const seconds = ms / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${formatNumber(n)} ${n === 1 ? one : many}`;
