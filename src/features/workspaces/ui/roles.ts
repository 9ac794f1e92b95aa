import { type Permission, type Role, roles, roleTable } from '../members.schema.ts';

/** A role in a sentence. */
export const roleSummary: Record<Role, string> = {
  OWNER: 'Does everything, and alone hands the workspace over or deletes it.',
  ADMIN: 'Does everything but what is the owner’s alone: members, keys, vendors and settings too.',
  MARKETER: 'Works with customers, audiences and campaigns, and sends them.',
  VIEWER: 'Looks at everything that is not secret, and changes nothing.',
};

/** What a permission lets somebody do, in words. A new one without words does not compile. */
const permissionWords: Record<Permission, string> = {
  'customers:read': 'See customers',
  'customers:write': 'Add, change and delete customers',
  'orders:read': 'See orders',
  'orders:write': 'Add orders',
  'imports:read': 'See imports',
  'imports:write': 'Import files, and take imports back',
  'audiences:read': 'See audiences and who is in them',
  'audiences:write': 'Make and change audiences',
  'campaigns:read': 'See campaigns and their results',
  'campaigns:write': 'Write and change campaigns',
  'campaigns:launch': 'Launch, pause and cancel campaigns',
  'dead-letters:read': 'See failed messages',
  'dead-letters:write': 'Send failed messages again, or give them up',
  'suppressions:read': 'See suppressed addresses',
  'suppressions:write': 'Suppress addresses, or allow them again',
  'vendors:read': 'See vendors',
  'vendors:write': 'Set up vendors',
  'ai:use': 'Ask for rules and drafts in words',
  'receipts:read': 'See receipts that fit no message',
  'receipts:write': 'Send in receipts (by an API key)',
  'webhooks:read': 'See webhooks to other systems',
  'webhooks:write': 'Set up webhooks to other systems',
  'queue:read': 'See the queues’ figures',
  'queue:write': 'Pause and clean the queues',
  'api-keys:write': 'Make and revoke API keys',
  'members:read': 'See who is in the workspace',
  'members:write': 'Invite and remove people, change their roles',
  'audit:read': 'Read the audit log',
  'privacy:read': 'Export all that is known of one customer',
  'privacy:write': 'Erase a customer for good',
  'workspace:write': 'Change the workspace’s settings',
  'workspace:own': 'Hand the workspace over, or delete it',
};

/** From most to least. */
export const rolesDown: readonly Role[] = roles.toReversed();

const mayAs = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least);

/** Every permission in words with the roles that have it, by the server's own table. */
export const roleRows: readonly { words: string; has: Record<Role, boolean> }[] = Object.entries(
  roleTable,
).map(([permission, least]) => ({
  words: permissionWords[permission as Permission],
  has: {
    OWNER: mayAs('OWNER', least),
    ADMIN: mayAs('ADMIN', least),
    MARKETER: mayAs('MARKETER', least),
    VIEWER: mayAs('VIEWER', least),
  },
}));

/** The roles somebody may give: none above their own. */
export const givable = (own: Role): readonly Role[] => rolesDown.filter((role) => mayAs(own, role));
