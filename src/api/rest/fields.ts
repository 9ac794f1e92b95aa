import { AppError } from '../../server/errors.ts';

/**
 * The fields a request asks for; null when it wants them all.
 * @throws AppError VALIDATION naming those there are
 */
export function chosenFields(query: URLSearchParams, offered: readonly string[]): string[] | null {
  const given = query.getAll('fields');
  if (given.length === 0) return null;
  const names = given.flatMap((one) => one.split(',').map((name) => name.trim()));
  const unknown = names.find((name) => !offered.includes(name));
  if (offered.length > 0 && unknown === undefined) return [...new Set(names)];
  throw new AppError(
    'VALIDATION',
    offered.length === 0
      ? 'This answer has no fields to choose from.'
      : `There is no field “${(unknown ?? '').slice(0, 100)}”. Fields: ${offered.join(', ')}.`,
    { errors: [{ path: 'fields', message: `must be some of ${offered.join(', ') || 'none'}` }] },
  );
}

/** An answer with those fields alone: of each item where it is a list, which keeps what else it has. */
export function pickFields(answer: unknown, fields: readonly string[]): unknown {
  if (!isObject(answer)) return answer;
  if (Array.isArray(answer.items))
    return {
      ...answer,
      items: answer.items.map((item: unknown) => (isObject(item) ? pick(item, fields) : item)),
    };
  return pick(answer, fields);
}

const pick = (thing: Record<string, unknown>, fields: readonly string[]) =>
  Object.fromEntries(fields.flatMap((name) => (name in thing ? [[name, thing[name]]] : [])));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
