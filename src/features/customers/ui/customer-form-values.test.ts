import { describe, expect, it } from 'vitest';
import type { Customer } from '../customers.schema.ts';
import { customerFormSchema, formOf, inputOf, noCustomer } from './customer-form-values.ts';

const customer: Customer = {
  id: '1',
  email: 'ada@example.org',
  name: 'Ada',
  phone: null,
  country: null,
  city: null,
  tags: ['London, UK', 'vip'],
  attributes: { age: 40, code: '007', year: '1815' },
  totalSpend: 0,
  orderCount: 0,
  averageOrderValue: null,
  firstOrderAt: null,
  lastOrderAt: null,
  segment: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};
const problemsOf = (attributes: { key: string; value: string }[]) =>
  customerFormSchema
    .safeParse({ ...noCustomer, email: 'a@example.org', attributes })
    .error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('inputOf', () => {
  it('changes nothing when nothing was typed: types and tags with commas stay', () => {
    const { tags, attributes } = inputOf(formOf(customer), customer);
    expect(tags).toEqual(customer.tags);
    expect(attributes).toEqual(customer.attributes);
  });
  it('reads a changed number as a number, as a file would, and keeps leading zeros', () => {
    const form = formOf(customer);
    form.attributes = [
      { key: 'age', value: '41' },
      { key: ' code ', value: '008' },
    ];
    expect(inputOf(form, customer).attributes).toEqual({ age: 41, code: '008', year: '' });
  });
  it('splits tags at commas and semicolons', () => {
    expect(inputOf({ ...noCustomer, tags: 'vip, gold; , new' }, undefined).tags).toEqual([
      'vip',
      'gold',
      'new',
    ]);
  });
});

describe('customerFormSchema', () => {
  it('asks for a name rather than dropping a value', () => {
    expect(problemsOf([{ key: '', value: 'x' }])).toEqual([['attributes.0.key', 'give it a name']]);
    expect(problemsOf([{ key: '', value: '' }])).toBeUndefined();
  });
  it('says at the row what is wrong with a name', () => {
    expect(problemsOf([{ key: 'a.b', value: '1' }])?.[0]).toEqual([
      'attributes.0.key',
      'is not a possible name: no $, no dot, at most 100 characters',
    ]);
    expect(
      problemsOf([
        { key: 'a', value: '1' },
        { key: 'a', value: '2' },
      ])?.[0]?.[0],
    ).toBe('attributes.1.key');
  });
});
