import { describe, expect, it } from 'vitest';
import { simulatorSettingsSchema } from '../vendors.schema.ts';
import { inputOf, simulatorFormSchema, valuesOf } from './simulator-values.ts';

const values = { delivered: '90', bounced: '10', busy: '0', twice: '0', late: '0', rate: '', delay: '0.5' };

describe('the simulator’s form', () => {
  it('shows settings as people write them, and reads them back unchanged', () => {
    const usual = { settings: simulatorSettingsSchema.parse({}), ratePerSecond: null };
    expect(valuesOf(usual)).toEqual(values);
    expect(inputOf(values)).toEqual(usual);
    const settings = {
      ...usual.settings,
      deliveryRate: 0.333,
      bounceRate: 0.07,
      delayMs: 1,
    };
    expect(inputOf(valuesOf({ settings, ratePerSecond: 50 }))).toEqual({ settings, ratePerSecond: 50 });
  });

  it('takes a decimal comma', () => {
    const typed = { ...values, delivered: '12,5' };
    expect(simulatorFormSchema.safeParse(typed).success).toBe(true);
    expect(inputOf(typed).settings.deliveryRate).toBe(0.125);
  });

  it.each([
    ['delivered', ''],
    ['delivered', '101'],
    ['bounced', '-1'],
    ['busy', 'half'],
    ['delay', '601'],
    ['bounced', '10.5'],
    ['rate', '0'],
    ['rate', '2.5'],
    ['rate', '100001'],
    ['rate', 'many'],
  ])('refuses %s = %j, and says so there', (field, text) => {
    const result = simulatorFormSchema.safeParse({ ...values, [field]: text });
    expect(result.error?.issues.map((issue) => issue.path)).toEqual([[field]]);
  });
});
