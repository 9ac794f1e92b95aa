import fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { StoredExperiment } from './campaigns.repository.ts';
import { experimentSchema, variantKeys } from './campaigns.schema.ts';
import { placementOf } from './experiment.ts';

const idOf = (n: number) => new ObjectId(n.toString(16).padStart(24, '0'));
const template = { subject: null, body: 'Hello' };
const experimentOf = (shares: readonly number[], holdout: number): StoredExperiment => ({
  variants: shares.map((share, i) => ({ key: variantKeys[i] ?? '', share, template })),
  holdout,
});

/** Shares of up to three other variants that leave something for A. */
const shares = fc
  .array(fc.integer({ min: 1, max: 33 }), { maxLength: 3 })
  .filter((list) => list.reduce((sum, n) => sum + n, 0) <= 99);

describe('an experiment', () => {
  const PEOPLE = 4_000;
  /** Five standard deviations of a share of so many: one in some million runs lies outside. */
  const tolerance = (percent: number, of: number) =>
    5 * Math.sqrt(((percent / 100) * (1 - percent / 100)) / of) * 100 + 0.01;

  it('places everyone by shares, and the holdout evenly over the variants', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 50 }), fc.nat(), (list, holdout, seed) => {
        const campaign = { _id: idOf(seed), experiment: experimentOf(list, holdout) };
        const placed = Array.from({ length: PEOPLE }, (_, i) => placementOf(campaign, idOf(i + 1)));
        const out = placed.filter(({ heldOut }) => heldOut).length;
        expect(Math.abs((100 * out) / PEOPLE - holdout)).toBeLessThanOrEqual(tolerance(holdout, PEOPLE));
        const left = placed.filter(({ heldOut }) => !heldOut);
        for (const [i, share] of list.entries()) {
          const got = left.filter(({ variant }) => variant === variantKeys[i]).length;
          expect(Math.abs((100 * got) / left.length - share)).toBeLessThanOrEqual(
            tolerance(share, left.length),
          );
        }
        const known = list.length === 0 ? [null] : ['A', ...variantKeys.slice(0, list.length)];
        for (const { variant } of placed) expect(known).toContain(variant);
      }),
      { numRuns: 40 },
    );
  });

  it('says the same each time, and something else for another campaign', () => {
    const experiment = experimentOf([50], 20);
    const people = Array.from({ length: 200 }, (_, i) => idOf(i + 1));
    const placed = (n: number) => people.map((person) => placementOf({ _id: idOf(n), experiment }, person));
    expect(placed(1)).toEqual(placed(1));
    expect(placed(1)).not.toEqual(placed(2));
  });

  it('gives everyone the text of before when a campaign is sent again', () => {
    const experiment = experimentOf([30, 30], 0);
    for (let i = 1; i <= 200; i += 1)
      expect(placementOf({ _id: idOf(7), resendOf: idOf(3), experiment }, idOf(i))).toEqual(
        placementOf({ _id: idOf(3), experiment }, idOf(i)),
      );
  });

  it('is none without one', () => {
    expect(placementOf({ _id: idOf(1) }, idOf(2))).toEqual({ variant: null, heldOut: false });
    expect(placementOf({ _id: idOf(1), experiment: null }, idOf(2))).toEqual({
      variant: null,
      heldOut: false,
    });
  });
});

describe('what is written of an experiment', () => {
  const variant = (key: string, share: number) => ({ key, share, template: { body: 'Hi' } });
  it.each([
    ['names out of order', { variants: [variant('C', 10)] }, 'in order'],
    ['a name twice', { variants: [variant('B', 10), variant('B', 10)] }, 'in order'],
    ['A, which is the campaign’s own', { variants: [variant('A', 10)] }, ''],
    ['nothing left for A', { variants: [variant('B', 60), variant('C', 40)] }, '99 percent at most'],
    ['half a percent', { variants: [variant('B', 0.5)] }, 'whole number'],
    ['nobody for a variant', { variants: [variant('B', 0)] }, '1 percent at least'],
    ['more than half held out', { holdout: 51 }, '50 percent at most'],
    ['an empty text', { variants: [{ ...variant('B', 10), template: { body: '' } }] }, 'write a message'],
    ['something unknown', { winner: 'B' }, ''],
  ])('refuses %s', (_, input, message) => {
    const { success, error } = experimentSchema.safeParse(input);
    expect(success).toBe(false);
    expect(error?.message).toContain(message);
  });
  it('takes up to three more texts and a holdout', () => {
    expect(
      experimentSchema.parse({
        variants: [variant('B', 33), variant('C', 33), variant('D', 33)],
        holdout: 50,
      }),
    ).toMatchObject({ holdout: 50 });
  });
});
