import { z } from 'zod';
import {
  aggregateOperators,
  attributeKey,
  fieldCatalogue,
  fieldType,
  type Operator,
  operatorsOf,
} from '../audiences/rules/fields.ts';
import { rfmSegments } from '../audiences/rules/rfm-segments.ts';
import {
  isGroup,
  isOrderAggregate,
  isOrderMatch,
  type RuleGroup,
  rulesSchema,
} from '../audiences/rules.schema.ts';
import type { JsonSchema } from './groq.ts';
import type { WordsContext } from './words-context.ts';

// Words to rules, as a question to the model: what it is told, the shape it answers in, and what its answer must pass.

/** Snapshots are named by ids, which no words hold. */
const fields = fieldCatalogue.filter(({ type }) => type !== 'snapshot');

export const rulesInstructions = `You turn a marketer's description of an audience of shop customers into a rule tree.
A group is {"combinator":"and"|"or","not":boolean,"rules":[...]}; its rules are conditions or further groups. "not" turns the whole group round.
A condition is {"field","operator","value"}. Fields with their operators:
${fields.map(({ name, type }) => `${name} (${type}): ${operatorsOf(type).join(' ')}`).join('\n')}
attributes.<key> for each attribute in the data: ${operatorsOf('attribute').join(' ')}
Values: "between" and "notBetween" take [from,to]; "in" and "notIn" a list; "null" and "notNull" take null; "inLast" and "notInLast" take {"amount":n,"unit":"day"|"week"|"month"} and count back from now (a year is 12 months; "notInLast" also holds for who never did). Dates are ISO, such as "2011-12-31". Money is a number in major units, without a currency sign. Text compares without case. Use the country, city, tag and attribute names of the data as they are written there.
rfm.segment is one of: ${rfmSegments.map(({ name }) => name).join(', ')}.
Orders in a window: {"field":"orders","match":{"mode":"atLeast"|"atMost"|"exactly","threshold":n},"value":group over "amount" and "placedAt"}.
Sums over orders: {"field":"orders.amount","aggregate":"sum"|"avg"|"max"|"min","operator","value","where":null or group over "amount" and "placedAt"}.
Use totalSpend, orderCount and lastOrderAt for all time, the order conditions only where a window or a single order's amount is meant.
Put into "unmapped" every part of the description that no condition stands for, word for word. Put into "assumptions" one short sentence for each thing the description left open and you decided. Never guess without saying so.`;

const MAX_TEXT = 60;

/** Texts of customers' data as they may go out: short, on one line, so many of them. */
const bounded = (texts: readonly string[], limit: number): string[] =>
  texts.slice(0, limit).map((text) => text.replace(/\p{Cc}+/gu, ' ').slice(0, MAX_TEXT));

/** At most about 25,000 characters, however much the workspace has. */
export const rulesData = (description: string, context: WordsContext, currency: string) => ({
  description,
  today: context.now.toISOString().slice(0, 10),
  currency,
  countries: bounded(context.countries, 60),
  cities: bounded(context.cities, 40),
  tags: bounded(context.tags, 60),
  attributes: context.attributes.slice(0, 30).map(({ key, type, values }) => ({
    key,
    type,
    ...(values ? { values: bounded(values, 6) } : {}),
  })),
});

const text = { type: 'string' };
const number = { type: 'number' };
const object = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const oneOf = (values: readonly string[]) => ({ type: 'string', enum: [...values] });
const list = (items: object) => ({ type: 'array', items });
const dateWindow = object({ amount: number, unit: oneOf(['day', 'week', 'month']) });
const anyValue = {
  anyOf: [text, number, { type: 'boolean' }, { type: 'null' }, dateWindow, list({ anyOf: [text, number] })],
};
const group = (...items: object[]) =>
  object({
    combinator: oneOf(['and', 'or']),
    not: { type: 'boolean' },
    rules: list(items.length === 1 && items[0] ? items[0] : { anyOf: items }),
  });

/**
 * The shape of an answer: every property required and no other allowed, as binding the decoding to a schema wants it, and
 * nested three deep instead of recursive, which not every service takes.
 */
export function rulesJsonSchema({ attributes }: WordsContext): JsonSchema {
  const operators = [...new Set(fields.flatMap(({ type }): readonly Operator[] => operatorsOf(type)))];
  const names = [...fields.map(({ name }) => name), ...attributes.map(({ key }) => `attributes.${key}`)];
  const orderGroup = group(
    object({ field: oneOf(['amount', 'placedAt']), operator: oneOf(operators), value: anyValue }),
  );
  const conditions = [
    object({ field: oneOf(names), operator: oneOf(operators), value: anyValue }),
    object({
      field: oneOf(['orders']),
      match: object({ mode: oneOf(['atLeast', 'atMost', 'exactly']), threshold: number }),
      value: orderGroup,
    }),
    object({
      field: oneOf(['orders.amount']),
      aggregate: oneOf(['sum', 'avg', 'max', 'min']),
      operator: oneOf(aggregateOperators),
      value: { anyOf: [number, list(number), { type: 'null' }] },
      where: { anyOf: [orderGroup, { type: 'null' }] },
    }),
  ];
  const inner = group(...conditions);
  const rules = group(...conditions, group(...conditions, inner));
  return {
    name: 'audience_rules',
    schema: object({ rules, unmapped: list(text), assumptions: list(text) }),
  };
}

const remarks = z.array(z.string().trim().min(1).max(300)).max(20);

/** The very schema saved audiences pass, and only attributes there are. */
export const rulesAnswer = ({ attributes }: WordsContext) =>
  z.object({
    rules: rulesSchema.superRefine((rules, context) => {
      const keys = new Set(attributes.map(({ key }) => key));
      for (const field of fieldsIn(rules)) {
        if (fieldType(field) === 'attribute' && !keys.has(attributeKey(field)))
          context.addIssue({ code: 'custom', message: `No customer has the attribute “${field}”.` });
        if (fieldType(field) === 'snapshot')
          context.addIssue({ code: 'custom', message: `There is no field “${field}”.` });
      }
    }),
    unmapped: remarks,
    assumptions: remarks,
  });

const fieldsIn = (tree: RuleGroup): string[] =>
  tree.rules.flatMap((rule) => {
    if (isGroup(rule)) return fieldsIn(rule);
    return isOrderMatch(rule) || isOrderAggregate(rule) ? [] : [rule.field];
  });
