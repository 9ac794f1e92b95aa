import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { apiKeySchema, createApiKeyInput, createdApiKeySchema } from './api-keys.schema.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.service.ts';

export const apiKeysRouter = router({
  list: procedureFor('api-keys:write')
    .output(z.array(apiKeySchema))
    .query(({ ctx }) => listApiKeys(ctx.caller)),
  create: procedureFor('api-keys:write')
    .input(createApiKeyInput)
    .output(createdApiKeySchema)
    .mutation(({ ctx, input }) => createApiKey(ctx.caller, input)),
  revoke: procedureFor('api-keys:write')
    .input(z.object({ id: z.string() }))
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => revokeApiKey(ctx.caller, input.id)),
});
