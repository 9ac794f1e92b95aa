import type { Document } from 'mongodb';

/**
 * A compiled condition (a match document as `compile.ts` makes them) as an aggregation expression that is true for the
 * same customers. Queries can only select; an expression can be answered for every customer in one pass, so that many
 * conditions are counted together. The two languages differ in what an absent value, another type and a list mean, which
 * is what this file is about. Pure.
 */
export function matchExpression(match: Document): Document | boolean {
  return all(
    Object.entries(match).map(([key, value]) => {
      if (key === '$and') return all((value as Document[]).map(matchExpression));
      if (key === '$or') return any((value as Document[]).map(matchExpression));
      if (key === '$nor') return not(any((value as Document[]).map(matchExpression)));
      // A bare value is to be equal, as an id is.
      if (!isOperators(value)) return holdsFor(key, '$eq', value);
      return fieldExpression(key, value);
    }),
  );
}

const isOperators = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((key) => key.startsWith('$'));

/** Paths that hold lists: a condition holds when it does for any element. */
const LISTS: ReadonlySet<string> = new Set(['tags', 'folded.tags', 'snapshotIds']);

const all = (parts: (Document | boolean)[]): Document | boolean =>
  parts.length === 0 ? true : { $and: parts };
const any = (parts: (Document | boolean)[]): Document | boolean =>
  parts.length === 0 ? false : { $or: parts };
const not = (part: Document | boolean): Document => ({ $not: [part] });

/** `{ $gte: a, $lte: b }`: every operator must hold; those that deny are the opposite of the whole they deny. */
const fieldExpression = (path: string, operators: Document): Document | boolean =>
  all(Object.entries(operators).map(([operator, value]) => operatorExpression(path, operator, value)));

function operatorExpression(path: string, operator: string, value: unknown): Document | boolean {
  switch (operator) {
    case '$not':
      return not(fieldExpression(path, value as Document));
    case '$ne':
      return not(holdsFor(path, '$eq', value));
    case '$nin':
      return not(holdsFor(path, '$in', value));
    case '$elemMatch':
      return someElement(
        path,
        Object.entries(value as Document).map(([each, wanted]) => test('$$element', each, wanted)),
      );
    default:
      return holdsFor(path, operator, value);
  }
}

function holdsFor(path: string, operator: string, value: unknown): Document {
  const whole = test(`$${path}`, operator, value);
  // An empty list and an absent one are compared as they are, each element of a list by itself.
  return LISTS.has(path) ? { $or: [whole, someElement(path, [test('$$element', operator, value)])] } : whole;
}

/** Whether there is an element for which all of the tests hold. */
const someElement = (path: string, tests: Document[]): Document => ({
  $anyElementTrue: [
    {
      $map: {
        input: { $cond: [{ $isArray: [`$${path}`] }, `$${path}`, []] },
        as: 'element',
        in: { $and: tests },
      },
    },
  ],
});

function test(input: string, operator: string, value: unknown): Document {
  switch (operator) {
    case '$eq':
      return { $eq: [orNull(input), literal(value)] };
    case '$in':
      return { $in: [orNull(input), literal(value)] };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      // A query compares values of one type only, an expression all with all.
      return { $and: [isOfTypeOf(input, value), { [operator]: [input, literal(value)] }] };
    case '$regex':
      return {
        $cond: [
          { $eq: [{ $type: input }, 'string'] },
          { $regexMatch: { input, regex: literal(value) } },
          false,
        ],
      };
    default:
      throw new Error(`There is no expression for ${operator}`);
  }
}

/** A field that is not there compares as null does. */
const orNull = (input: string): Document => ({ $ifNull: [input, null] });

/** Texts with a dollar sign in front are no paths. */
const literal = (value: unknown): Document => ({ $literal: value });

function isOfTypeOf(input: string, value: unknown): Document {
  if (value instanceof Date) return { $eq: [{ $type: input }, 'date'] };
  if (typeof value === 'string') return { $eq: [{ $type: input }, 'string'] };
  if (typeof value === 'boolean') return { $eq: [{ $type: input }, 'bool'] };
  return { $isNumber: input };
}
