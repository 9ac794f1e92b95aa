import { type Days, momentsOf } from '../../../lib/local-day.ts';

/** What the orders are narrowed to, as the controls hold it; an empty text is no condition. */
export interface OrderFilter extends Days {
  kind: 'purchases' | 'refunds' | '';
}
export const ALL_ORDERS: OrderFilter = { from: '', until: '', kind: '' };

/** The same as the API takes it. A refund is a negative amount, and no amount is finer than a hundredth. */
export function toInput({ kind, ...days }: OrderFilter) {
  const { from, until } = momentsOf(days);
  return {
    ...(from ? { placedFrom: from.toISOString() } : {}),
    ...(until ? { placedTo: until.toISOString() } : {}),
    ...(kind === 'purchases' ? { minAmount: 0 } : {}),
    ...(kind === 'refunds' ? { maxAmount: -0.01 } : {}),
  };
}
