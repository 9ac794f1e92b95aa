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
  /** The person who made it; null when an operator or another key did, or when they are gone. */
  createdBy: z.string().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** The most keys of a workspace that are in use at one time. */
export const MAX_KEYS = 100;

export const createApiKeyInput = z.strictObject({
  name: z.string().trim().min(1, 'give the key a name').max(100),
  scopes: z
    .array(scopeSchema)
    .min(1, 'choose at least one scope')
    .transform((scopes) => [...new Set(scopes)]),
  /** From when on it is refused; never when null or left out. */
  expiresAt: z
    .date('choose a day')
    .refine((date) => date > new Date(), 'must be a moment to come')
    .nullable()
    .optional(),
});
export type CreateApiKeyInput = z.output<typeof createApiKeyInput>;
export const createdApiKeySchema = apiKeySchema.extend({
  key: z.string().describe('The whole key; it is shown this once'),
});
