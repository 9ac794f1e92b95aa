import { formatDateTime } from '../../../lib/format.ts';
import { describeRules } from '../../audiences/rules/describe.ts';
import { rulesSchema } from '../../audiences/rules.schema.ts';
import type { AuditEvent } from '../audit.schema.ts';

/** Each changed field with both its values, in the order they were written down. */
export function fieldsOf({
  before,
  after,
}: Pick<AuditEvent, 'before' | 'after'>): { name: string; before: unknown; after: unknown }[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].map((name) => ({ name, before: before?.[name], after: after?.[name] }));
}

/** `ratePerSecond` as “Rate per second”. */
export function fieldLabel(name: string): string {
  const words = name.replace(
    /([a-z\d])([A-Z])/g,
    (_, end: string, next: string) => `${end} ${next.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1).replace(/ id$/, '');
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A field's value for people to read; what has no words of its own stays as it is stored. */
export function valueInWords(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string')
    return MOMENT.test(value) ? formatDateTime(new Date(value)) : inPlainCase(value);
  if (typeof value === 'number') return String(value);
  if (name === 'rules') {
    const rules = rulesSchema.safeParse(value);
    if (rules.success) return describeRules(rules.data);
  }
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null))
    return value.length > 0 ? value.map((item) => valueInWords('', item)).join(', ') : '–';
  return JSON.stringify(value, null, 2);
}

/** States and roles are stored as SHOUTED_WORDS. */
const inPlainCase = (text: string): string =>
  /^[A-Z]+(_[A-Z]+)+$|^[A-Z]{4,}$/.test(text) ? text.toLowerCase().replaceAll('_', ' ') : text;
