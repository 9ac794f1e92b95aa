import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSelected, EVERYBODY, isNobody, isSelected, NOBODY, select, targetOf } from './selection.ts';

const people = ['a', 'b', 'c', 'd', 'e'];
const step = fc.record({ ids: fc.subarray(people), chosen: fc.boolean() });

describe('the selection', () => {
  it('has exactly those that were chosen last, from nobody and from everybody', () =>
    fc.assert(
      fc.property(fc.constantFrom(NOBODY, EVERYBODY), fc.array(step), (start, steps) => {
        const expected = new Map(people.map((id) => [id, start === EVERYBODY]));
        let selection = start;
        for (const { ids, chosen } of steps) {
          selection = select(selection, ids, chosen);
          for (const id of ids) expected.set(id, chosen);
        }
        const chosen = people.filter((id) => expected.get(id));
        expect(people.filter((id) => isSelected(selection, id))).toEqual(chosen);
        expect(countSelected(selection, people.length)).toBe(chosen.length);
      }),
    ));

  it('tells the server who is in it', () => {
    expect(targetOf(select(NOBODY, ['a'], true), {})).toEqual({ ids: ['a'] });
    expect(targetOf(select(EVERYBODY, ['a'], false), { search: 'x' })).toEqual({
      filter: { search: 'x' },
      except: ['a'],
    });
    expect(isNobody(NOBODY)).toBe(true);
    expect(countSelected(EVERYBODY, null)).toBeNull();
  });
});
