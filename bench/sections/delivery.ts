import type { Child } from '../child.ts';
import { deliverByChild, deliverByNexusFlow, type Run } from '../deliver.ts';
import type { Lab } from '../lab.ts';
import { median } from '../measure.ts';
import { openShop } from '../shop.ts';
import { WARM_UP } from './warm-up.ts';

/** Rounds of the two fast contenders, in turn, so that a slow spell of the machine meets both. */
const ROUNDS = 3;
/** seedDesign gets fewer messages when the full number would take it longer; its rate is what counts. */
const SEED_SECONDS = 120;

export interface DeliveryResult {
  nexusFlow: { perSecond: number; runs: Run[] };
  bare: { perSecond: number; runs: Run[] };
  seedDesign: { perSecond: number; runs: Run[] };
  ratioToSeed: number;
  ratioToBare: number;
}

/** Launch to last receipt: NexusFlow, the least program, and the usual first design, all against the same vendor. */
export async function measureDelivery(lab: Lab, size: number): Promise<DeliveryResult> {
  const app = await lab.fresh({ workers: 1 });
  const shop = await openShop(app.url, size);
  const small = await openShop(app.url, WARM_UP);
  const bare = await lab.bare();
  await deliverByNexusFlow(small, 'warm-up NexusFlow');
  await deliverByChild(small, bare, 'warm-up bare');
  const nexusRuns: Run[] = [];
  const bareRuns: Run[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    nexusRuns.push(await deliverByNexusFlow(shop, `NexusFlow ${round}`));
    bareRuns.push(await deliverByChild(shop, bare, `bare ${round}`));
  }
  await bare.stop();
  const seedRun = await measureSeed(lab, app.url, size);

  const rate = (runs: readonly Run[]) => Math.round(median(runs.map((run) => run.perSecond)));
  const nexusFlow = { perSecond: rate(nexusRuns), runs: nexusRuns };
  return {
    nexusFlow,
    bare: { perSecond: rate(bareRuns), runs: bareRuns },
    seedDesign: { perSecond: seedRun.perSecond, runs: [seedRun] },
    ratioToSeed: nexusFlow.perSecond / seedRun.perSecond,
    ratioToBare: nexusFlow.perSecond / rate(bareRuns),
  };
}

async function measureSeed(lab: Lab, url: string, size: number): Promise<Run> {
  const seed: Child = await lab.seedDesign();
  try {
    const first = await deliverByChild(await openShop(url, WARM_UP), seed, 'warm-up seedDesign');
    const n = Math.min(size, Math.max(WARM_UP, Math.floor((first.perSecond * SEED_SECONDS) / 1_000) * 1_000));
    return await deliverByChild(await openShop(url, n), seed, 'seedDesign');
  } finally {
    await seed.stop();
  }
}
