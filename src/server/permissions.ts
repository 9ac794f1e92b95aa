import { AppError } from './errors.ts';

/** Roles from least to most. */
export const roles = ['VIEWER', 'MARKETER', 'ADMIN', 'OWNER'] as const;
export type Role = (typeof roles)[number];

/** Every permission with the least role that has it. API keys carry the same names as scopes. */
export const permissions = {
  'customers:read': 'VIEWER',
  'customers:write': 'MARKETER',
  'orders:read': 'VIEWER',
  'orders:write': 'MARKETER',
  'imports:read': 'VIEWER',
  'imports:write': 'MARKETER',
  'audiences:read': 'VIEWER',
  'audiences:write': 'MARKETER',
  'campaigns:read': 'VIEWER',
  'campaigns:write': 'MARKETER',
  'campaigns:launch': 'MARKETER',
  'dead-letters:read': 'VIEWER',
  'dead-letters:write': 'MARKETER',
  'suppressions:read': 'VIEWER',
  'suppressions:write': 'MARKETER',
  'vendors:read': 'MARKETER',
  'vendors:write': 'ADMIN',
  'ai:use': 'MARKETER',
  // Of no workspace, so for those who look after the vendors.
  'receipts:read': 'ADMIN',
  // Of this workspace's messages, by an API key instead of a signature.
  'receipts:write': 'ADMIN',
  'webhooks:read': 'ADMIN',
  'webhooks:write': 'ADMIN',
  'queue:read': 'VIEWER',
  'queue:write': 'ADMIN',
  'api-keys:write': 'ADMIN',
  'members:read': 'VIEWER',
  'members:write': 'ADMIN',
  'audit:read': 'ADMIN',
  // All that is known of one person, and taking it away.
  'privacy:read': 'ADMIN',
  'privacy:write': 'ADMIN',
  'workspace:write': 'ADMIN',
  // Handing it over, and deleting it.
  'workspace:own': 'OWNER',
} as const satisfies Record<string, Role>;
export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];

/** What an API key may be given: all but what an owner alone may do, in person. */
export const keyPermissionNames = permissionNames.filter((name) => permissions[name] !== 'OWNER');

/** A signed-in person on some device, whether or not they are in a workspace of theirs at the moment. */
export interface Session {
  sessionId: string;
  userId: string;
  workspaceId: string | null;
}

/** Who is asking, in which workspace. Services take it first: `verbNoun(caller, input)`. */
export interface Caller {
  workspaceId: string;
  /** `user:<id>` or `key:<id>`; goes into the audit log. */
  actor: string;
  userId: string | null;
  /** A signed-in person's session; null for an API key. */
  sessionId: string | null;
  role: Role;
  /** An API key's scopes; null for a signed-in person, who may do all that the role allows. */
  scopes: readonly string[] | null;
}

export function can(caller: Caller, permission: Permission): boolean {
  if (caller.scopes)
    return (
      permissions[permission] !== 'OWNER' &&
      (caller.scopes.includes('all') || caller.scopes.includes(permission))
    );
  return roles.indexOf(caller.role) >= roles.indexOf(permissions[permission]);
}

/** @throws AppError FORBIDDEN naming what is lacking */
export function requirePermission(caller: Caller, permission: Permission): void {
  if (can(caller, permission)) return;
  throw new AppError(
    'FORBIDDEN',
    caller.scopes
      ? `This API key lacks the scope ${permission}.`
      : `Your role (${caller.role.toLowerCase()}) may not do this; ask an administrator of the workspace.`,
  );
}
