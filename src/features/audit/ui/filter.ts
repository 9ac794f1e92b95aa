import type { AuditFilter } from '../audit.schema.ts';

/** What is chosen above the log, as the controls hold it; days are dates such as 2026-01-31, by the reader's clock. */
export interface Chosen {
  actor: string;
  action: string;
  target: string;
  from: string;
  until: string;
}
export const NOTHING_CHOSEN: Chosen = { actor: '', action: '', target: '', from: '', until: '' };

/** The same as the API takes it: a day begins at its midnight and lasts until the next. */
export function toFilter({ actor, action, target, from, until }: Chosen): AuditFilter {
  const first = midnight(from);
  const end = midnight(until, 1);
  return {
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(target ? { target } : {}),
    ...(first ? { from: first } : {}),
    ...(end ? { until: end } : {}),
  };
}

function midnight(day: string, daysLater = 0): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return null;
  const date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + daysLater);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Where the log is downloaded as CSV, with the same filter. */
export function exportAddress(filter: AuditFilter): string {
  const query = new URLSearchParams(
    Object.entries(filter).map(([name, value]): [string, string] => [
      name,
      value instanceof Date ? value.toISOString() : String(value),
    ]),
  ).toString();
  return `/api/audit-events/export${query ? `?${query}` : ''}`;
}
