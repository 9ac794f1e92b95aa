import { isField, type MessageField, parseObject } from '../vendor-settings.schema.ts';

/** A message's fields as texts; one that is left out has no value. */
export type FieldValues = Partial<Record<MessageField, string>>;

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;
const ONLY_PLACEHOLDER = /^\s*\{\{\s*(\w+)\s*\}\}\s*$/;

/**
 * A vendor's request for one message, made from the template's JSON. Values are put into the parsed texts, never into
 * JSON source, so that nothing in a message can change the request's shape. An entry that is nothing but a field without
 * a value is left out.
 */
export function compileBody(template: string): (values: FieldValues) => Record<string, unknown> {
  const parsed = parseObject(template);
  if (!parsed) throw new Error('The template was checked when it was saved');
  return (values) => fillObject(parsed, values);
}

const ABSENT = Symbol('absent');

function fill(node: unknown, values: FieldValues): unknown {
  if (typeof node === 'string') return fillText(node, values);
  if (Array.isArray(node)) return node.map((item) => fill(item, values)).filter((item) => item !== ABSENT);
  if (typeof node === 'object' && node !== null) return fillObject({ ...node }, values);
  return node;
}

/** Defined, not assigned: a key such as `__proto__` stays a key. */
const fillObject = (node: Record<string, unknown>, values: FieldValues): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => {
      const filled = fill(value, values);
      return filled === ABSENT ? [] : [[key, filled]];
    }),
  );

function fillText(text: string, values: FieldValues): unknown {
  const alone = ONLY_PLACEHOLDER.exec(text)?.[1];
  if (alone !== undefined && isField(alone)) return values[alone] ?? ABSENT;
  return text.replace(PLACEHOLDER, (whole, name: string) => (isField(name) ? (values[name] ?? '') : whole));
}

/** `value` placed at a path of names: `a.b` gives `{a: {b: value}}`, the empty path the value itself. */
export const placeAt = (path: string, value: unknown): unknown =>
  path === ''
    ? value
    : path.split('.').reduceRight((inner, name) => Object.fromEntries([[name, inner]]), value);

/** What stands at a path; undefined when nothing does. The empty path is the document itself. */
export function valueAt(document: unknown, path: string): unknown {
  if (path === '') return document;
  let node = document;
  for (const name of path.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return undefined;
    node = (node as Record<string, unknown>)[name];
  }
  return node;
}

/** A text, number or truth as a text; undefined for anything else and for the empty text. */
export function textAt(document: unknown, path: string): string | undefined {
  const value = valueAt(document, path);
  if (typeof value === 'string') return value.trim() || undefined;
  return typeof value === 'number' ? String(value) : undefined;
}
