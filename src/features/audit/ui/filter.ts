import { momentsOf } from '../../../lib/local-day.ts';
import { aDay, anyText, oneOf } from '../../../ui/use-address-filter.ts';
import { type AuditFilter, auditFilterSchema } from '../audit.schema.ts';
import { auditActions, auditAreas } from '../audit-actions.schema.ts';

/** What is chosen above the log, as the controls hold it; days are dates such as 2026-01-31, by the reader's clock. */
export interface Chosen {
  actor: string;
  action: string;
  target: string;
  from: string;
  until: string;
}
export const NOTHING_CHOSEN: Chosen = { actor: '', action: '', target: '', from: '', until: '' };

/** How each part is read from an address. */
export const chosenReaders = {
  actor: (text: string) => (auditFilterSchema.shape.actor.safeParse(text).success ? text : null),
  action: oneOf([...Object.keys(auditAreas), ...Object.keys(auditActions)]),
  target: anyText,
  from: aDay,
  until: aDay,
};

/** The same as the API takes it. */
export function toFilter({ actor, action, target, from, until }: Chosen): AuditFilter {
  return {
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(target ? { target } : {}),
    ...momentsOf({ from, until }),
  };
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
