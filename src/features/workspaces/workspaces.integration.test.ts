import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { getCurrentWorkspace, getWorkspaceDetails, updateWorkspace } from './workspaces.service.ts';

let caller: Caller;
let other: Caller;
beforeAll(async () => {
  [caller, other] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(other)]);
  await closeDatabase();
});

it('a workspace’s settings change part by part, and those of no other', async () => {
  const before = await getWorkspaceDetails(other);
  await updateWorkspace(caller, { name: 'Renamed', settings: { timeZone: 'Asia/Tokyo' } });
  const quietHours = { from: '21:00', to: '08:00' };
  const frequencyCap = { messages: 2, days: 7 };
  await updateWorkspace(caller, { settings: { quietHours, frequencyCap } });
  const now = await updateWorkspace(caller, { currency: 'EUR', settings: { frequencyCap: null } });
  expect(now).toMatchObject({
    name: 'Renamed',
    currency: 'EUR',
    settings: { timeZone: 'Asia/Tokyo', quietHours, frequencyCap: null, softBounceLimit: 3 },
  });
  expect(await getCurrentWorkspace(caller)).toMatchObject({ name: 'Renamed', timeZone: 'Asia/Tokyo' });
  expect(await getWorkspaceDetails(other)).toEqual(before);
});

it('everyone may read them, administrators alone change them', async () => {
  const marketer: Caller = { ...caller, role: 'MARKETER' };
  expect(await getWorkspaceDetails({ ...caller, role: 'VIEWER' })).toEqual(await getWorkspaceDetails(caller));
  await expect(updateWorkspace(marketer, { name: 'Mine' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
