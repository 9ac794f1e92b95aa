import type { WordsContext } from '../../words-context.ts';

/** Test support: a made-up workspace on a Tuesday afternoon. */
export const workspace: WordsContext = {
  countries: ['United Kingdom', 'France', 'Germany', 'Spain', 'Italy', 'EIRE', 'USA'],
  cities: ['London', 'Paris', 'Lyon', 'New York', 'São Paulo', 'Reading'],
  tags: ['vip', 'wholesale', 'newsletter', 'early bird', 'spring-2025'],
  attributes: [
    { key: 'tier', type: 'text', values: ['bronze', 'silver', 'gold'] },
    { key: 'loyaltyPoints', type: 'number' },
    { key: 'age', type: 'number' },
    { key: 'newsletter opt-in', type: 'boolean' },
    { key: 'renewal date', type: 'date' },
    { key: 'favourite_colour', type: 'text', values: ['red', 'blue'] },
  ],
  now: new Date('2026-05-19T15:30:00Z'),
};
