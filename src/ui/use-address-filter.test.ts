import { describe, expect, it } from 'vitest';
import { aDay, anyText, oneOf, readFilter, withFilter } from './use-address-filter.ts';

const NONE = { search: '', from: '', sort: '-createdAt' };
const readers = { search: anyText, from: aDay, sort: oneOf(['createdAt', '-createdAt']) };
const read = (query: string) => readFilter(new URLSearchParams(query), NONE, readers);

describe('a filter in the address', () => {
  it('comes back as it was put there, whatever was typed', () => {
    const filter = { search: ' 50% & “more” ', from: '2026-01-31', sort: 'createdAt' };
    const query = withFilter(new URLSearchParams(), NONE, filter);
    expect(read(query.toString())).toEqual(filter);
  });

  it('leaves out what is not chosen, and other parameters alone', () => {
    expect(withFilter(new URLSearchParams('tab=a&search=old&sort=createdAt'), NONE, NONE).toString()).toBe(
      'tab=a',
    );
  });

  it('is as if nothing were chosen where the address makes no sense', () => {
    expect(read(`search=${'a'.repeat(201)}&from=yesterday&sort=name`)).toEqual(NONE);
    expect(read('')).toEqual(NONE);
  });
});
