import { describe, expect, it } from 'vitest';
import { rulesSchema } from '../../audiences/rules.schema.ts';
import type { StoredTag } from '../campaigns.repository.ts';
import { findTags } from './find-tags.ts';
import { changeTags, mergeTags, shownTags } from './tag-campaign.ts';

const rules = (...list: unknown[]) => rulesSchema.parse({ combinator: 'and', rules: list });
const lapsed = { field: 'lastOrderAt', operator: 'notInLast', value: { amount: 6, unit: 'month' } };
const vip = { field: 'tags', operator: '=', value: 'vip' };
const france = { field: 'country', operator: '=', value: 'France' };
const rich = { field: 'totalSpend', operator: '>=', value: 500 };
const twice = { field: 'orderCount', operator: '>=', value: 2 };
const fresh = { field: 'createdAt', operator: 'inLast', value: { amount: 30, unit: 'day' } };

const tags = (name: string, list: unknown[] = [], template: { subject?: string; body?: string } = {}) =>
  findTags({ name, template: { body: 'Hello', ...template }, rules: rules(...list) });

describe('tags of a campaign', () => {
  it.each([
    [tags('Win them back', [lapsed]), ['win-back']],
    [tags('Autumn', [lapsed]), ['seasonal', 're-engagement']],
    [tags('October', [lapsed], { body: '10% off with the code BACK10' }), ['sale', 'win-back']],
    [tags('Newsletter March'), ['newsletter']],
    [tags('French VIPs', [vip, france, rich]), ['VIP', 'regional', 'high value']],
    [tags('Loyal', [twice]), ['VIP', 'repeat buyers']],
    [tags('A', [fresh], { subject: 'Welcome to {{ workspace.name }}' }), ['welcome', 'new customers']],
    [tags('A', [], { subject: 'Welcome back: 5% off to win you back' }), ['win-back', 'sale']],
    [tags('A', [], { body: 'Thank you, and have a look at our news. We grew by 10%.' }), []],
    [tags('A', [{ combinator: 'and', not: true, rules: [vip] }]), []],
  ])('%j', (found, expected) => {
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('are five at most, and found in the message alone when the audience is gone', () => {
    const all = tags('Christmas sale launch event with a thank you newsletter', [vip, france, rich]);
    expect(all).toHaveLength(5);
    expect(findTags({ name: 'Summer sale', template: { body: 'Hello' }, rules: null })).toEqual([
      'seasonal',
      'sale',
    ]);
  });

  it('do not take the template’s own language for words', () => {
    expect(tags('A', [], { subject: '{% if sale %}x{% endif %}{{ newsletter }}' })).toEqual([]);
  });
});

describe('tags by hand', () => {
  const found = mergeTags(null, ['sale', 'VIP'], 'rules');

  it('stay off once taken off, and on once put on, whatever is found later', () => {
    const changed = changeTags(found, ['VIP', 'event']);
    expect(shownTags(changed).toSorted()).toEqual(['VIP', 'event'].toSorted());
    const later = mergeTags(changed, ['sale', 'regional'], 'ai');
    expect(shownTags(later).toSorted()).toEqual(['event', 'regional'].toSorted());
  });

  it('may be put back', () => {
    const off = changeTags(found, []);
    expect(shownTags(off)).toEqual([]);
    expect(shownTags(changeTags(off, ['sale']))).toEqual(['sale']);
  });

  it('leave alone what nobody touched', () => {
    const untouched = changeTags(found, ['sale', 'VIP']);
    expect(untouched).toEqual<StoredTag[]>([
      { tag: 'sale', by: 'rules', removed: false },
      { tag: 'VIP', by: 'rules', removed: false },
    ]);
  });
});
