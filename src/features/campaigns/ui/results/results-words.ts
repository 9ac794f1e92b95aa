import { formatMoney } from '@/lib/format.ts';
import type { Difference, Lift, VariantFigures } from '../../results/results.schema.ts';

/** A share (0 to 1) in percent with one decimal, since differences are small. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
const points = (share: number): string => `${Math.abs(share * 100).toFixed(1)} percentage points`;

const range = (low: string, high: string) => `${low} to ${high}`;
const signed = (value: number, text: (v: number) => string): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${text(Math.abs(value))}`;
export const differenceRange = ({ low, high }: Difference): string =>
  range(signed(low, percent), signed(high, percent));

/** What the holdout tells, in plain words. */
export function liftSentence({ written, heldOut, ordered, tooFew }: Lift): string {
  if (tooFew)
    return 'Too few people or orders to say: with so few any difference may be an accident. It takes at least 30 people in each group and 10 buyers together.';
  const both = `Of those who got it ${percent(written.ordered.share)} ordered, of those held out ${percent(heldOut.ordered.share)}.`;
  if (!ordered.beyondChance)
    return `${both} A difference of this size may well be chance, so an effect is not shown.`;
  return ordered.difference > 0
    ? `${both} That is ${points(ordered.difference)} more, and more than chance explains: the message brought orders.`
    : `${both} That is ${points(ordered.difference)} less, and more than chance explains: the message cost orders.`;
}

export function revenueSentence({ perPerson, tooFew }: Lift, currency: string): string | null {
  if (tooFew || !perPerson) return null;
  const money = (value: number) => signed(value, (v) => formatMoney(v, currency));
  return `Revenue by person: ${money(perPerson.difference)} (between ${money(perPerson.low)} and ${money(perPerson.high)}), ${
    perPerson.beyondChance ? 'more than chance explains' : 'which may well be chance'
  }.`;
}

/** What is to be said of a variant beside A. */
export function variantSentence({
  variant,
  ordered,
  tooFew,
}: Pick<VariantFigures, 'variant' | 'ordered' | 'tooFew'>): string | null {
  const { toFirst } = ordered;
  if (!toFirst) return null;
  if (tooFew) return `Variant ${variant}: too few people or orders to say anything beside A.`;
  if (!toFirst.beyondChance)
    return `Variant ${variant} and A: the difference may well be chance (${differenceRange(toFirst)}).`;
  return `Variant ${variant} brought ${toFirst.difference > 0 ? 'more' : 'fewer'} buyers than A, beyond chance: ${points(toFirst.difference)} ${toFirst.difference > 0 ? 'more' : 'fewer'} (${differenceRange(toFirst)}).`;
}
