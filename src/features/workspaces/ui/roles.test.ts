import { expect, it } from 'vitest';
import { can, permissionNames, roles } from '../../../server/permissions.ts';
import { givable, roleRows } from './roles.ts';

it('the table on the page says what the server decides by', () => {
  const caller = { workspaceId: '', actor: '', userId: null, sessionId: null, scopes: null };
  for (const [i, permission] of permissionNames.entries())
    for (const role of roles)
      expect([permission, role, roleRows[i]?.has[role]]).toEqual([
        permission,
        role,
        can({ ...caller, role }, permission),
      ]);
  expect(new Set(roleRows.map((row) => row.words)).size).toBe(permissionNames.length);
});

it('nobody gives a role above their own', () => {
  expect(givable('ADMIN')).toEqual(['ADMIN', 'MARKETER', 'VIEWER']);
});
