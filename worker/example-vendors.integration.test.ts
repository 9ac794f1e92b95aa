import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchCampaign, updateCampaign } from '../src/features/campaigns/campaigns.service.ts';
import { ledgerAddsUp } from '../src/features/campaigns/messages.schema.ts';
import { rotateReceiptSecret } from '../src/features/vendors/receipt-secrets.service.ts';
import { createVendor } from '../src/features/vendors/vendor-changes.service.ts';
import { createVendorInput } from '../src/features/vendors/vendors.schema.ts';
import { closeDatabase } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { addCustomers, campaignWhen, draftCampaign, isFinal, ledgerRows, startWeb } from './testing/shop.ts';
import { freePort, startWorker, type WorkerProcess } from './testing/worker-process.ts';

// The example vendors of docs/vendors.md, run as they are: a campaign goes through each.

let web: WorkerProcess & { url: string };
let worker: WorkerProcess;
const workspaces: Caller[] = [];
const children: ChildProcess[] = [];
beforeAll(async () => {
  web = await startWeb({ VENDOR_PRIVATE_HOSTS: '127.0.0.1' });
  worker = await startWorker();
});
afterAll(async () => {
  for (const child of children) child.kill();
  await Promise.all([worker?.stop(), web?.stop()]);
  await Promise.all(workspaces.map(dropTestWorkspace));
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

/** Starts an example with a secret; resolves once it says that it is ready. */
async function start(command: string, file: string, port: number, secret: string): Promise<void> {
  const child = spawn(command, [file], {
    env: { ...process.env, PORT: String(port), RECEIPT_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toContain('ready');
}

describe.each([
  ['TypeScript', process.execPath, 'examples/vendor.ts', /^ts-/],
  ['Python', 'python3', 'examples/vendor.py', /^py-/],
])('the example vendor in %s', (_language, command, file, id) => {
  it('delivers a campaign; its receipts, signed by its own secret, complete it', async () => {
    const caller = await createTestWorkspace();
    workspaces.push(caller);
    await addCustomers(caller, 60);
    const port = await freePort();
    const vendor = await createVendor(
      caller,
      createVendorInput.parse({
        kind: 'HTTP',
        name: 'Example',
        settings: {
          url: `http://127.0.0.1:${port}/messages`,
          template:
            '{"messageId":"{{messageId}}","to":"{{to}}","body":"{{body}}","callbackUrl":"{{callbackUrl}}"}',
        },
      }),
    );
    const { secret } = await rotateReceiptSecret(caller, { id: vendor.id, overlapHours: 24 });
    await start(command, file, port, secret);
    const campaign = await draftCampaign(caller);
    await updateCampaign(caller, { id: campaign.id, vendorId: vendor.id });
    await launchCampaign(caller, campaign.id);
    const done = await campaignWhen(caller, campaign.id, isFinal);
    expect(done).toMatchObject({ status: 'COMPLETED', stats: { audience: 60, delivered: 60 } });
    expect(ledgerAddsUp(done.stats)).toBe(true);
    for (const row of await ledgerRows(campaign.id)) expect(row.vendorMessageId).toMatch(id);
  });
});
