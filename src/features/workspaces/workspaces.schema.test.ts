import { describe, expect, it } from 'vitest';
import { currencyCodes, updateWorkspaceInput, workspaceSettingsSchema } from './workspaces.schema.ts';

it('a workspace that decided nothing has the defaults', () => {
  expect(workspaceSettingsSchema.parse({})).toEqual({
    timeZone: 'UTC',
    frequencyCap: null,
    quietHours: null,
    softBounceLimit: 3,
    receiptTimeoutMinutes: null,
    retention: { importRowDays: 30, undoDays: 90, addressDays: null, auditDays: 730 },
  });
});

it('a change is of what it names alone', () => {
  expect(updateWorkspaceInput.parse({ settings: { quietHours: null } })).toEqual({
    settings: { quietHours: null },
  });
});

describe('refused, at its place, is', () => {
  it.each([
    ['settings.timeZone', { settings: { timeZone: 'Mars/Olympus' } }],
    ['settings.quietHours.from', { settings: { quietHours: { from: '24:00', to: '08:00' } } }],
    ['settings.quietHours.to', { settings: { quietHours: { from: '21:00', to: '21:00' } } }],
    ['settings.frequencyCap.messages', { settings: { frequencyCap: { messages: 0, days: 7 } } }],
    ['settings.frequencyCap.days', { settings: { frequencyCap: { messages: 1, days: 1.5 } } }],
    ['settings.softBounceLimit', { settings: { softBounceLimit: 0 } }],
    [
      'settings.retention.addressDays',
      { settings: { retention: { importRowDays: 1, undoDays: 1, addressDays: 7, auditDays: 30 } } },
    ],
    ['currency', { currency: 'JPY' }],
    ['name', { name: ' ' }],
  ])('%s', (path, input) => {
    const issues = updateWorkspaceInput.safeParse(input).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});

it('amounts may be in any currency of hundredths', () => {
  expect(currencyCodes()).toEqual(expect.arrayContaining(['GBP', 'EUR', 'USD']));
});
