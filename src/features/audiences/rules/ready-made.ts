import type { RuleGroup } from '../rules.schema.ts';

export interface ReadyMadeAudience {
  name: string;
  description: string;
  rules: RuleGroup;
}

/** Audiences that any shop has a use for, to begin with: offered on the dashboard, made in a sample workspace. */
export const readyMadeAudiences = {
  'good-customers': {
    name: 'Good customers',
    description: 'Spent at least 250, in two orders or more.',
    rules: {
      combinator: 'and',
      rules: [
        { field: 'totalSpend', operator: '>=', value: 250 },
        { field: 'orderCount', operator: '>=', value: 2 },
      ],
    },
  },
  'new-customers': {
    name: 'New customers',
    description: 'Ordered for the first time within the last six months.',
    rules: {
      combinator: 'and',
      rules: [{ field: 'firstOrderAt', operator: 'inLast', value: { amount: 6, unit: 'month' } }],
    },
  },
  'gone-quiet': {
    name: 'Big spenders gone quiet',
    description: 'Spent at least 500, and have not ordered for 90 days.',
    rules: {
      combinator: 'and',
      rules: [
        { field: 'totalSpend', operator: '>=', value: 500 },
        { field: 'lastOrderAt', operator: 'notInLast', value: { amount: 90, unit: 'day' } },
      ],
    },
  },
} as const satisfies Record<string, ReadyMadeAudience>;
export type ReadyMadeKey = keyof typeof readyMadeAudiences;

export const isReadyMade = (key: string): key is ReadyMadeKey => Object.hasOwn(readyMadeAudiences, key);
