import { ObjectId } from 'mongodb';
import { createAudience } from '../../src/features/audiences/audiences.service.ts';
import type { RuleGroup } from '../../src/features/audiences/rules.schema.ts';
import type { Campaign } from '../../src/features/campaigns/campaigns.schema.ts';
import { createCampaign, getCampaign } from '../../src/features/campaigns/campaigns.service.ts';
import { upsertCustomersBulk } from '../../src/features/customers/customers.service.ts';
import type { SimulatorSettings } from '../../src/features/vendors/vendors.schema.ts';
import { listVendors, updateSimulator } from '../../src/features/vendors/vendors.service.ts';
import { finalStatuses } from '../../src/lib/campaign-status.ts';
import { collection } from '../../src/server/db.ts';
import type { Caller } from '../../src/server/permissions.ts';
import { freePort, startProcess, type WorkerProcess } from './worker-process.ts';

const EVERYONE: RuleGroup = { combinator: 'and', rules: [] };

/** Test support: `n` customers named Customer 1 … n. */
export async function addCustomers(caller: Caller, n: number): Promise<void> {
  const rows = Array.from({ length: n }, (_, i) => ({
    email: `customer-${i + 1}@example.com`,
    name: `Customer ${i + 1}`,
  }));
  for (let i = 0; i < n; i += 1_000)
    await upsertCustomersBulk(new ObjectId(caller.workspaceId), rows.slice(i, i + 1_000));
}

/** Test support: a draft campaign to everyone. */
export async function draftCampaign(caller: Caller, body = 'Hello {{ customer.name }}'): Promise<Campaign> {
  const audience = await createAudience(caller, { name: 'Everyone', rules: EVERYONE });
  return createCampaign(caller, {
    name: 'Sample',
    audienceId: audience.id,
    channel: 'EMAIL',
    template: { subject: 'News', body },
  });
}

/** Test support: how the workspace's simulator behaves from now on. */
export async function setSimulator(caller: Caller, settings: Partial<SimulatorSettings>): Promise<void> {
  const [vendor] = await listVendors(caller);
  if (vendor) await updateSimulator(caller, { id: vendor.id, settings });
}

/** Test support: resolves when `check` holds for the campaign. */
export async function campaignWhen(
  caller: Caller,
  id: string,
  check: (campaign: Campaign) => boolean,
): Promise<Campaign> {
  for (;;) {
    const campaign = await getCampaign(caller, id);
    if (check(campaign)) return campaign;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
export const isFinal = (campaign: Campaign): boolean => finalStatuses.includes(campaign.status);

/** Test support: the campaign's rows as the database holds them. */
export const ledgerRows = (campaignId: string) =>
  collection('messages')
    .find({ campaignId: new ObjectId(campaignId) })
    .toArray();

/**
 * Test support: a real web process (pages must be built) on a free port. Call it before anything reads settings: this
 * process and the workers it starts are pointed to it, and share its secrets.
 */
export async function startWeb(env: Record<string, string> = {}): Promise<WorkerProcess & { url: string }> {
  const port = String(await freePort());
  Object.assign(process.env, {
    NEXTAUTH_SECRET: 'the-secret-of-the-integration-tests',
    NEXT_PUBLIC_APP_URL: `http://localhost:${port}`,
    ...env,
    PORT: port,
    INTERNAL_URL: `http://127.0.0.1:${port}`,
  });
  const web = await startProcess('web/main.ts', {}, `http://127.0.0.1:${port}/api/ready`);
  return { ...web, url: `http://127.0.0.1:${port}` };
}
