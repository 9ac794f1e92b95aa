import type { Role } from '../members.schema.ts';

/** What each role is called. Apart from what it may do, which takes the whole table of permissions. */
export const roleLabel: Record<Role, string> = {
  OWNER: 'Owner',
  ADMIN: 'Administrator',
  MARKETER: 'Marketer',
  VIEWER: 'Viewer',
};
