import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/fold.ts';
import { MAX_TAGS, retag, untag } from './retag.ts';

const tag = fc.constantFrom('VIP', 'vip', 'New', 'b2b', 'Été', 'été', 'gift');
const distinct = fc.uniqueArray(tag, { selector: fold, maxLength: 5 });

describe('retag', () => {
  it('adds without a second one in another case, and removes in any case', () => {
    expect(retag(['VIP'], { add: ['vip', 'new'], remove: [] })).toEqual({
      was: ['VIP'],
      set: ['VIP', 'new'],
    });
    expect(retag(['VIP', 'b2b'], { add: [], remove: ['vip'] })).toEqual({
      was: ['VIP', 'b2b'],
      set: ['b2b'],
    });
  });
  it('says when nothing changes', () => {
    expect(retag(['VIP'], { add: ['vip'], remove: ['gone'] })).toBeNull();
  });
  it('leaves those alone who would have too many', () => {
    const many = Array.from({ length: MAX_TAGS }, (_, i) => `t${i}`);
    expect(retag(many, { add: ['one more'], remove: [] })).toBe('full');
    expect(retag(many, { add: ['one more'], remove: ['t0'] })).toMatchObject({ was: many });
    // More than one may have, from an earlier time: taking off is always possible.
    expect(retag([...many, 'x', 'y'], { add: [], remove: ['x'] })).toMatchObject({ set: [...many, 'y'] });
  });
});

describe('untag', () => {
  it('gives back exactly what there was', () =>
    fc.assert(
      fc.property(distinct, distinct, distinct, (was, add, remove) => {
        const change = retag(was, { add, remove });
        if (change !== null && change !== 'full') expect(untag(change.set, change)).toEqual(was);
      }),
    ));
  it('keeps what somebody did since', () => {
    const change = { was: ['a', 'b'], set: ['a', 'new'] };
    expect(untag(['a', 'new', 'later'], change)).toEqual(['a', 'later', 'b']);
    expect(untag(['later'], change)).toEqual(['later', 'b']);
    expect(untag(['a', 'B'], change)).toBeNull();
  });
});
