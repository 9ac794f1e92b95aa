import { describe, expect, it } from 'vitest';
import { simulatorSettingsSchema } from '../vendors.schema.ts';
import { settingsOf, simulatorFormSchema, valuesOf } from './simulator-values.ts';

const values = { delivered: '90', bounced: '10', busy: '0', twice: '0', late: '0', delay: '0.5' };

describe('the simulator’s form', () => {
  it('shows settings as people write them, and reads them back unchanged', () => {
    expect(valuesOf(simulatorSettingsSchema.parse({}))).toEqual(values);
    const settings = {
      ...simulatorSettingsSchema.parse({}),
      deliveryRate: 0.333,
      bounceRate: 0.07,
      delayMs: 1,
    };
    expect(settingsOf(valuesOf(settings))).toEqual(settings);
  });

  it('takes a decimal comma', () => {
    const typed = { ...values, delivered: '12,5' };
    expect(simulatorFormSchema.safeParse(typed).success).toBe(true);
    expect(settingsOf(typed).deliveryRate).toBe(0.125);
  });

  it.each([
    ['delivered', ''],
    ['delivered', '101'],
    ['bounced', '-1'],
    ['busy', 'half'],
    ['delay', '601'],
    ['bounced', '10.5'],
  ])('refuses %s = %j, and says so there', (field, text) => {
    const result = simulatorFormSchema.safeParse({ ...values, [field]: text });
    expect(result.error?.issues.map((issue) => issue.path)).toEqual([[field]]);
  });
});
