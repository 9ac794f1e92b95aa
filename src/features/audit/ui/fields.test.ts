import { describe, expect, it } from 'vitest';
import { fieldLabel, fieldsOf, valueInWords } from './fields.ts';

it('fields that were on one side only stand there', () => {
  expect(fieldsOf({ before: { a: 1 }, after: { b: 2 } })).toEqual([
    { name: 'a', before: 1, after: undefined },
    { name: 'b', before: undefined, after: 2 },
  ]);
  expect(fieldsOf({ before: null, after: null })).toEqual([]);
});

it('names are words', () => {
  expect(['ratePerSecond', 'audienceId', 'name'].map(fieldLabel)).toEqual([
    'Rate per second',
    'Audience',
    'Name',
  ]);
});

describe('values', () => {
  it.each([
    ['status', 'COMPLETED_WITH_FAILURES', 'completed with failures'],
    ['currency', 'GBP', 'GBP'],
    ['city', null, '–'],
    ['onlyChecked', false, 'no'],
    ['tags', ['vip', 'new'], 'vip, new'],
    ['tags', [], '–'],
    ['rules', { combinator: 'and', rules: [{ field: 'city', operator: '=', value: 'Bonn' }] }, /city.*Bonn/i],
    ['settings', { port: 25 }, '{\n  "port": 25\n}'],
  ])('%s %j', (name, value, words) => {
    expect(valueInWords(name, value)).toMatch(words);
  });
});
