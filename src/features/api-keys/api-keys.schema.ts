import { z } from 'zod';
import { keyPermissionNames } from '../../server/permissions.ts';

export const scopeSchema = z.enum(['all', ...keyPermissionNames]);

export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters, to tell keys apart. */
  prefix: z.string(),
  scopes: z.array(z.string()),
  lastUsedAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  createdAt: z.date(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export const createApiKeyInput = z.strictObject({
  name: z.string().trim().min(1, 'give the key a name').max(100),
  scopes: z.array(scopeSchema).min(1, 'choose at least one scope'),
});
export const createdApiKeySchema = apiKeySchema.extend({
  key: z.string().describe('The whole key; it is shown this once'),
});
