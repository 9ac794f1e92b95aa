import { fold } from '../../../lib/fold.ts';
import type { Scalar } from '../rules.schema.ts';

/**
 * Custom attributes hold text, numbers or booleans, and a form gives every value as text. So a rule value stands for
 * all it may mean: 5 and "5" for both the number and the text, true and "true" for both the boolean and the text.
 */
export function attributeCandidates(value: Scalar): Scalar[] {
  const text = fold(String(value));
  const number = numericValue(value);
  const boolean = text === 'true' ? true : text === 'false' ? false : null;
  return [text, ...(number === null ? [] : [number]), ...(boolean === null ? [] : [boolean])];
}

/** What < and > compare with: numbers with numbers when the value is numeric, else text with text. */
export const attributeOrderValue = (value: Scalar): string | number =>
  numericValue(value) ?? fold(String(value));

function numericValue(value: Scalar): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(value.trim())
    ? Number(value)
    : null;
}
