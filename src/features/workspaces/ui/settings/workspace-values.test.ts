import { expect, it } from 'vitest';
import { workspaceSettingsSchema } from '../../workspaces.schema.ts';
import { workspaceFormSchema, workspaceInputOf, workspaceValuesOf } from './workspace-values.ts';

const details = { name: 'Shop', currency: 'GBP', settings: workspaceSettingsSchema.parse({}) };
const values = workspaceValuesOf(details);

it('writes what it read', () => {
  const full = {
    ...details,
    settings: {
      timeZone: 'Europe/London',
      frequencyCap: { messages: 2, days: 30 },
      quietHours: { from: '22:00', to: '07:30' },
      softBounceLimit: 5,
      receiptTimeoutMinutes: 90,
      retention: details.settings.retention,
    },
  };
  for (const given of [details, full]) {
    // How long things are kept is set on a page of its own.
    const { retention: _retention, ...settings } = given.settings;
    expect(workspaceInputOf(workspaceValuesOf(given))).toEqual({ ...given, settings });
  }
});

it.each([
  ['name', { name: '' }],
  ['capMessages', { capped: true, capMessages: '' }],
  ['capDays', { capped: true, capDays: '0' }],
  ['quietFrom', { quiet: true, quietFrom: '' }],
  ['quietTo', { quiet: true, quietTo: '21:00' }],
  ['softBounceLimit', { softBounceLimit: 'three' }],
  ['receiptTimeoutMinutes', { receiptTimeoutMinutes: '0.5' }],
] as const)('what is wrong with %s is told there', (box, change) => {
  const issues = workspaceFormSchema.safeParse({ ...values, ...change }).error?.issues ?? [];
  expect(issues.map(({ path }) => path)).toEqual([[box]]);
});

it('what is switched off may hold anything', () => {
  const off = { ...values, capMessages: '', quietFrom: '' };
  expect(workspaceFormSchema.safeParse(off).success).toBe(true);
});
