import { describe, expect, it } from 'vitest';
import { describeRules } from '../audiences/rules/describe.ts';
import { rulesSchema } from '../audiences/rules.schema.ts';
import { wordsToRules } from './words-to-rules.ts';

const countries = ['United Kingdom', 'France', 'Germany'];

describe('words to rules', () => {
  it.each([
    [
      'Customers who spent over 500 and have not ordered in the last 90 days',
      'Total spend is more than 500 and Last order was not in the last 90 days',
      [],
    ],
    ['people from the UK or from France', 'Country is United Kingdom or Country is France', []],
    [
      'spent more than £1,000 in the last 6 months',
      'the sum of orders where date was in the last 6 months is more than 1000',
      [],
    ],
    [
      'at least 3 orders, average order value above 40',
      'Number of orders is at least 3 and Average order value is more than 40',
      [],
    ],
    [
      '3 or more orders in the past two weeks',
      'has at least 3 orders where date was in the last 2 weeks',
      [],
    ],
    ['never ordered', 'Number of orders is 0', []],
    ['inactive for a year', 'Last order was not in the last 12 months', []],
    ['spent between 100 and 200', 'Total spend is between 100 and 200', []],
    ['customers in Germany who like cats', 'Country is Germany', ['like cats']],
    [
      'customers from France who spent over £500 and have at least 3 orders over £100 in the last year',
      'Country is France and Total spend is more than 500 and has at least 3 orders where (amount is more than 100 and date was in the last 12 months)',
      [],
    ],
    ['spent over 20 and wear green hats', 'Total spend is more than 20', ['wear green hats']],
    ['tagged vip and bought in the last month', 'Tags is vip and Last order was in the last 1 month', []],
  ])('%s', (prompt, expected, unmapped) => {
    const result = wordsToRules(prompt, countries);
    expect(describeRules(rulesSchema.parse(result.rules))).toBe(expected);
    expect(result.unmapped).toEqual(unmapped);
  });
});
