import { expect, it } from 'vitest';
import { workspaceSettingsSchema } from '../../workspaces/workspaces.schema.ts';
import { retentionFormSchema, retentionOf, retentionValuesOf } from './retention-values.ts';

const { retention } = workspaceSettingsSchema.parse({});

it('writes what it read', () => {
  for (const given of [retention, { ...retention, addressDays: 90 }])
    expect(retentionOf(retentionValuesOf(given))).toEqual(given);
});

it.each([
  ['importRowDays', '0'],
  ['importRowDays', ''],
  ['undoDays', 'ninety'],
  ['addressDays', '7'],
  ['auditDays', '29'],
] as const)('what is wrong with %s is told there', (box, text) => {
  const values = { ...retentionValuesOf(retention), [box]: text };
  const issues = retentionFormSchema.safeParse(values).error?.issues ?? [];
  expect(issues.map(({ path }) => path)).toEqual([[box]]);
});
