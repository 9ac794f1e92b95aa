import { expect, it } from 'vitest';
import { readFilter } from '../../../ui/use-address-filter.ts';
import { auditFilterSchema } from '../audit.schema.ts';
import { chosenReaders, exportAddress, NOTHING_CHOSEN, toFilter } from './filter.ts';

it('a chosen period takes in its last day, by the reader’s clock', () => {
  const filter = toFilter({ ...NOTHING_CHOSEN, from: '2026-01-31', until: '2026-01-31' });
  expect(filter).toEqual({ from: new Date(2026, 0, 31), until: new Date(2026, 1, 1) });
});

it('what is not chosen is no filter', () => {
  expect(toFilter(NOTHING_CHOSEN)).toEqual({});
  expect(toFilter({ ...NOTHING_CHOSEN, from: 'soon' })).toEqual({});
  expect(exportAddress({})).toBe('/api/audit-events/export');
});

it('the download has the filter of the page', () => {
  const filter = toFilter({ ...NOTHING_CHOSEN, action: 'campaigns', target: 'A&B', until: '2026-01-31' });
  const { searchParams } = new URL(exportAddress(filter), 'http://localhost');
  expect(auditFilterSchema.parse(Object.fromEntries(searchParams))).toEqual(filter);
});

it('an address is believed as far as the API would', () => {
  const read = (query: string) => readFilter(new URLSearchParams(query), NOTHING_CHOSEN, chosenReaders);
  const key = `key:${'a'.repeat(24)}`;
  expect(read(`actor=${key}&action=campaigns.launch&target=A%26B&from=2026-01-31`)).toEqual({
    actor: key,
    action: 'campaigns.launch',
    target: 'A&B',
    from: '2026-01-31',
    until: '',
  });
  expect(read('actor=system&action=campaigns')).toEqual({
    ...NOTHING_CHOSEN,
    actor: 'system',
    action: 'campaigns',
  });
  expect(read('actor=somebody&action=toString&until=soon')).toEqual(NOTHING_CHOSEN);
});
