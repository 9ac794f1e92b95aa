import { describe, expect, it } from 'vitest';
import { type ListAddress, readAddress, writeAddress } from './list-address.schema.ts';

const read = (query: string) => readAddress(new URLSearchParams(query));

describe('the address of the list', () => {
  it.each<[string, ListAddress]>([
    ['nothing', { view: null, state: null }],
    ['everything', { view: 'all', state: null }],
    ['a view', { view: 'abc', state: null }],
    ['a view without its filters', { view: 'abc', state: {} }],
    ['a search', { view: null, state: { filter: { search: 'ann & co' } } }],
    [
      'all there is',
      {
        view: 'abc',
        state: {
          filter: {
            countries: ['France', 'Côte d’Ivoire'],
            tags: ['a,b'],
            segments: ['at risk'],
            minSpend: 0,
            maxSpend: 12.5,
            lastOrderFrom: '2026-01-01',
            lastOrderWithin: 30,
            audienceId: '0123456789abcdef01234567',
          },
          sort: '-totalSpend',
          columns: [{ id: 'name', width: 300 }, { id: 'tags' }],
        },
      },
    ],
  ])('says %s and is read back', (_what, address) => {
    expect(read(writeAddress(address).split('?')[1] ?? '')).toEqual(address);
  });

  it('leaves out what cannot be', () => {
    const query =
      'sort=phone&minSpend=much&maxSpend=5&orderFrom=2026-02-31&segment=nobody&columns=city&country=&tag=vip';
    expect(read(query).state).toEqual({ filter: { tags: ['vip'], maxSpend: 5 } });
  });
});
