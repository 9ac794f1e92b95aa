import { deliverByNexusFlow, type Run } from '../deliver.ts';
import type { Lab } from '../lab.ts';
import { peakMemoryMb } from '../measure.ts';
import { openShop } from '../shop.ts';
import { WARM_UP } from './warm-up.ts';

export interface ScaleResult extends Run {
  webPeakMb: number | null;
  workerPeakMb: number | null;
}

/** The same delivery at several sizes, each with new processes: the rate should hold and memory should not grow. */
export async function measureScale(lab: Lab, sizes: readonly number[]): Promise<ScaleResult[]> {
  const results: ScaleResult[] = [];
  for (const size of sizes) {
    const app = await lab.fresh({ workers: 1 });
    const shop = await openShop(app.url, size);
    await deliverByNexusFlow(await openShop(app.url, WARM_UP), 'warm-up');
    const run = await deliverByNexusFlow(shop, `${size.toLocaleString('en-GB')} recipients`);
    results.push({
      ...run,
      webPeakMb: peakMemoryMb(app.web.child.pid),
      workerPeakMb: peakMemoryMb(app.workers[0]?.child.pid),
    });
  }
  return results;
}
