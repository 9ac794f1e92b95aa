/** How long a new key may be good for: days, for ever, or up to a day of one's own choice. */
export const expiryChoices = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'never', label: 'It does not expire' },
  { value: 'custom', label: 'Until a day I choose' },
] as const;
export type ExpiryChoice = (typeof expiryChoices)[number]['value'];

const DAY_MS = 86_400_000;

/**
 * From when on the key is refused: for a chosen day its last second, where the browser is.
 * @param day such as 2026-12-31, for `custom`
 * @returns null for never; undefined when the day is none, or has passed
 */
export function expiryOf(choice: ExpiryChoice, day: string, now: Date): Date | null | undefined {
  if (choice === 'never') return null;
  if (choice !== 'custom') return new Date(now.getTime() + Number(choice) * DAY_MS);
  const midnight = new Date(`${day}T00:00:00`);
  const end = new Date(midnight.getFullYear(), midnight.getMonth(), midnight.getDate(), 23, 59, 59);
  return end > now ? end : undefined;
}

/** Today as a date field writes it, where the browser is. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
