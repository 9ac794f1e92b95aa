import { z } from 'zod';
import { permissionNames, roles } from '../../server/permissions.ts';

export const currentWorkspaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  currency: z.string(),
  role: z.enum(roles),
  /** What the caller may do here. */
  permissions: z.array(z.enum(permissionNames)),
  /** Null when an API key asks. */
  user: z.object({ id: z.string(), name: z.string().nullable(), email: z.string() }).nullable(),
});
export type CurrentWorkspace = z.infer<typeof currentWorkspaceSchema>;
