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
  'queue:read': 'VIEWER',
  'queue:write': 'ADMIN',
  'api-keys:write': 'ADMIN',
  'workspace:write': 'ADMIN',
} as const satisfies Record<string, Role>;
export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];

/** Who is asking, in which workspace. Services take it first: `verbNoun(caller, input)`. */
export interface Caller {
  workspaceId: string;
  /** `user:<id>` or `key:<id>`; goes into the audit log. */
  actor: string;
  userId: string | null;
  role: Role;
  /** An API key's scopes; null for a signed-in person, who may do all that the role allows. */
  scopes: readonly string[] | null;
}

export function can(caller: Caller, permission: Permission): boolean {
  if (caller.scopes) return caller.scopes.includes('all') || caller.scopes.includes(permission);
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
