import { expect, it } from 'vitest';
import type { Lift, VariantFigures } from '../../results/results.schema.ts';
import { liftSentence, revenueSentence, variantSentence } from './results-words.ts';

const arm = (share: number): Lift['written'] => ({
  people: 100,
  buyers: 100 * share,
  orders: 100 * share,
  revenue: 0,
  ordered: { share, low: share, high: share },
  perPerson: 1,
});
const lift = (difference: number, beyondChance: boolean, tooFew = false): Lift => ({
  written: arm(0.1 + difference),
  heldOut: arm(0.1),
  ordered: { difference, low: difference - 0.02, high: difference + 0.02, beyondChance },
  perPerson: { difference: 1.5, low: -0.5, high: 3.5, beyondChance: false },
  tooFew,
});

it('says what a holdout tells: more, less, nothing, or too little', () => {
  expect(liftSentence(lift(0.05, true))).toBe(
    'Of those who got it 15.0% ordered, of those held out 10.0%. That is 5.0 percentage points more, and more than chance explains: the message brought orders.',
  );
  expect(liftSentence(lift(-0.05, true))).toContain('5.0 percentage points less');
  expect(liftSentence(lift(0.01, false))).toContain('may well be chance');
  expect(liftSentence(lift(0.5, true, true))).toMatch(/^Too few/);
  expect(revenueSentence(lift(0.05, true), 'GBP')).toBe(
    'Revenue by person: +£1.50 (between −£0.50 and +£3.50), which may well be chance.',
  );
  expect(revenueSentence(lift(0.05, true, true), 'GBP')).toBeNull();
});

it('says what sets a variant apart from A', () => {
  const variant = (
    toFirst: VariantFigures['ordered']['toFirst'],
    tooFew = false,
  ): Pick<VariantFigures, 'variant' | 'ordered' | 'tooFew'> => ({
    variant: 'B',
    ordered: { share: 0.1, low: 0, high: 1, toFirst },
    tooFew,
  });
  expect(variantSentence(variant(null))).toBeNull();
  expect(variantSentence(variant({ difference: 0.1, low: 0.05, high: 0.15, beyondChance: true }))).toBe(
    'Variant B brought more buyers than A, beyond chance: 10.0 percentage points more (+5.0% to +15.0%).',
  );
  expect(variantSentence(variant({ difference: -0.1, low: -0.2, high: 0.1, beyondChance: false }))).toBe(
    'Variant B and A: the difference may well be chance (−20.0% to +10.0%).',
  );
  expect(variantSentence(variant({ difference: 1, low: 0.5, high: 1, beyondChance: true }, true))).toContain(
    'too few',
  );
});
