import { issueApiKey } from '../../src/features/api-keys/api-keys.service.ts';
import { checkPassword, createUser } from '../../src/features/auth/auth.service.ts';
import {
  addMember,
  createWorkspace,
  findWorkspaceBySlug,
} from '../../src/features/workspaces/workspaces.service.ts';
import { NO_CLIENT } from '../../src/server/client.ts';
import { closeDatabase } from '../../src/server/db.ts';
import { toAppError } from '../../src/server/errors.ts';
import { closeRedis } from '../../src/server/redis.ts';

export const DEMO_LOGIN = { email: 'demo@nexusflow.example', password: 'nexusflow-demo' };
const SLUG = 'demo';

/** The demo's workspace, login and a new API key; what is there already stays. Needs the settings in process.env. */
export async function prepareAccount(): Promise<{ apiKey: string }> {
  try {
    const workspace = await findWorkspaceBySlug(SLUG).catch((error: unknown) => {
      if (toAppError(error).code !== 'NOT_FOUND') throw error;
      return createWorkspace({ name: 'Sample shop', slug: SLUG, currency: 'GBP' });
    });
    const user =
      (await checkPassword(DEMO_LOGIN.email, DEMO_LOGIN.password, NO_CLIENT)) ??
      (await createUser({ name: 'Demo Marketer', ...DEMO_LOGIN }));
    await addMember(workspace.id, user.id, 'OWNER');
    const { key } = await issueApiKey(workspace.id, { name: 'Demo', scopes: ['all'] });
    return { apiKey: key };
  } finally {
    await Promise.allSettled([closeRedis(), closeDatabase()]);
  }
}
