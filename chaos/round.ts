import { draftCampaign, openShop } from '../bench/shop.ts';
import type { Progress } from '../scripts/demo/api.ts';
import { getEnv } from '../src/env.ts';
import { freePort, startProcess, startWorker } from '../worker/testing/worker-process.ts';
import { findBroken } from './invariants.ts';
import type { Plan } from './plan.ts';
import { startChaosVendor } from './vendor.ts';

/** What a round has running, so that an interrupted suite leaves nothing behind. */
const running = new Set<{ kill(): Promise<void> }>();
export const stopRound = async (): Promise<void> => {
  await Promise.all([...running].map((one) => one.kill()));
};

const LIMIT_MS = 180_000;
/** Long enough for the last receipts to get from the queue into the ledger. */
const SETTLE_MS = 1_000;
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface RoundResult {
  plan: Plan;
  seconds: number;
  stats: Progress['stats'] | null;
  atVendor: number;
  faults: Record<string, number>;
  broken: string[];
}

/** How the servers are killed and brought back; without it a plan may name processes of ours alone. */
export type KillServer = (server: 'redis' | 'mongodb', downMs: number) => Promise<void>;

/** One campaign under the plan's kills, and what did not hold afterwards. Expects DATABASE_URL, REDIS_URL and a build. */
export async function runRound(plan: Plan, size: number, killServer?: KillServer): Promise<RoundResult> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  Object.assign(process.env, { PORT: port, NEXT_PUBLIC_APP_URL: url, CALLBACK_URL: '', LOG_LEVEL: 'silent' });
  process.env.NEXTAUTH_SECRET ||= 'the-secret-of-the-chaos-suite';
  const vendor = await startChaosVendor(plan.seed, getEnv().webhookSecret, plan.hangs);
  const own = {
    NODE_ENV: 'production',
    INTERNAL_URL: vendor.url,
    CALLBACK_URL: `${url}/api/webhooks/delivery-receipts`,
  };
  const started = <T extends { kill(): Promise<void> }>(one: T): T => {
    running.add(one);
    return one;
  };
  const startWeb = async () => started(await startProcess('web/main.ts', own, `${url}/api/ready`));
  const startOne = async () => started(await startWorker(own));
  let web = await startWeb();
  const workers = await Promise.all(Array.from({ length: plan.workers }, startOne));
  try {
    const shop = await openShop(url, size);
    const id = await draftCampaign(shop);
    const began = Date.now();
    await shop.api.post(`/api/campaigns/${id}/launch`);
    for (const { victim, afterMs, downMs } of plan.kills) {
      await wait(afterMs);
      if (victim === 'worker') {
        await workers.shift()?.kill();
        await wait(downMs);
        workers.push(await startOne());
      } else if (victim === 'web') {
        await web.kill();
        await wait(downMs);
        web = await startWeb();
      } else await killServer?.(victim, downMs);
    }
    let last: Progress | null = null;
    while (Date.now() - began < LIMIT_MS && !/^(COMPLETED|FAILED)/.test(last?.status ?? '')) {
      await wait(250);
      last = await shop.api.get<Progress>(`/api/campaigns/${id}`).catch(() => last);
    }
    // What it says of messages that were given up may come after the end.
    await vendor.told();
    await wait(SETTLE_MS);
    last = await shop.api.get<Progress>(`/api/campaigns/${id}`).catch(() => last);
    const broken = last ? await findBroken(id, size, last.stats, vendor) : ['the campaign could not be read'];
    if (!last?.status.startsWith('COMPLETED')) broken.unshift(`the campaign is ${last?.status}`);
    const seconds = (Date.now() - began) / 1_000;
    return {
      plan,
      seconds,
      stats: last?.stats ?? null,
      atVendor: vendor.held.size,
      faults: vendor.faults,
      broken,
    };
  } finally {
    await Promise.all([web, ...workers].map((one) => one.kill()));
    running.clear();
    await vendor.close();
  }
}
