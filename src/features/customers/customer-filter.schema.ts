import { z } from 'zod';
import { searchText } from '../../lib/search-text.ts';
import { RFM_SEGMENTS } from '../audiences/rules/rfm-segments.ts';
import type { Rule, RuleGroup } from '../audiences/rules.schema.ts';

const MAX_CHOICES = 50;
const choices = z.array(searchText.min(1)).min(1).max(MAX_CHOICES, `may be ${MAX_CHOICES} at most`);
const amount = z.number().min(-1e9).max(1e9).multipleOf(0.01, 'may have two decimals at most');
const days = z.number().int().min(1).max(10_000);

/** What a list of customers is narrowed down to. All that is given must hold; an empty one is everyone. */
export const customerFilterSchema = z.strictObject({
  /** A part of the name or address. */
  search: searchText.min(1).optional(),
  /** Any of these, without regard to case. */
  countries: choices.optional(),
  tags: choices.optional(),
  segments: z.array(z.enum(RFM_SEGMENTS)).min(1).max(RFM_SEGMENTS.length).optional(),
  /** Major units; both ends count. */
  minSpend: amount.optional(),
  maxSpend: amount.optional(),
  /** Days (UTC); both count. */
  lastOrderFrom: z.iso.date().optional(),
  lastOrderTo: z.iso.date().optional(),
  /** Days back from now: with an order since then, or without one. */
  lastOrderWithin: days.optional(),
  lastOrderNotWithin: days.optional(),
  audienceId: z
    .string()
    .regex(/^[0-9a-f]{24}$/, 'is not the id of an audience')
    .optional(),
});
export type CustomerFilter = z.output<typeof customerFilterSchema>;

const EVERYONE: RuleGroup = { combinator: 'and', rules: [] };

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString();

/**
 * A filter as the rule tree it is: what counts, sorts and is saved as an audience is this tree alone.
 * @param audience the rules of the audience the filter names
 */
export function rulesOfFilter(filter: CustomerFilter, audience: RuleGroup | null): RuleGroup {
  const { search, countries, tags, segments } = filter;
  const rules: (Rule | RuleGroup)[] = [];
  if (search)
    rules.push({
      combinator: 'or',
      rules: [
        { field: 'name', operator: 'contains', value: search },
        { field: 'email', operator: 'contains', value: search },
      ],
    });
  const oneOf = (field: string, values: readonly string[] | undefined) => {
    const [first, ...more] = values ?? [];
    if (first === undefined) return;
    rules.push(
      more.length === 0
        ? { field, operator: '=', value: first }
        : { field, operator: 'in', value: [first, ...more] },
    );
  };
  oneOf('country', countries);
  oneOf('tags', tags);
  oneOf('rfm.segment', segments);
  if (filter.minSpend !== undefined)
    rules.push({ field: 'totalSpend', operator: '>=', value: filter.minSpend });
  if (filter.maxSpend !== undefined)
    rules.push({ field: 'totalSpend', operator: '<=', value: filter.maxSpend });
  if (filter.lastOrderFrom)
    rules.push({
      field: 'lastOrderAt',
      operator: '>=',
      value: new Date(filter.lastOrderFrom).toISOString(),
    });
  if (filter.lastOrderTo)
    rules.push({ field: 'lastOrderAt', operator: '<', value: dayAfter(filter.lastOrderTo) });
  if (filter.lastOrderWithin)
    rules.push({
      field: 'lastOrderAt',
      operator: 'inLast',
      value: { amount: filter.lastOrderWithin, unit: 'day' },
    });
  if (filter.lastOrderNotWithin)
    rules.push({
      field: 'lastOrderAt',
      operator: 'notInLast',
      value: { amount: filter.lastOrderNotWithin, unit: 'day' },
    });
  if (audience) rules.push(...conjuncts(audience));
  return rules.length === 0 ? EVERYONE : { combinator: 'and', rules };
}

/** What stands under an “and” may stand beside what else must hold: the tree stays as flat as people would write it. */
const conjuncts = (group: RuleGroup): (Rule | RuleGroup)[] =>
  group.rules.length === 0 && !group.not
    ? []
    : !group.not && (group.combinator === 'and' || group.rules.length === 1)
      ? group.rules
      : [group];

export const isEveryone = (filter: CustomerFilter): boolean =>
  Object.values(filter).every((value) => value === undefined);
