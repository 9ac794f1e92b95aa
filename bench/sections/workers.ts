import { deliverByNexusFlow, type Run } from '../deliver.ts';
import type { Lab } from '../lab.ts';
import { openShop } from '../shop.ts';
import { WARM_UP } from './warm-up.ts';

export interface WorkersResult extends Run {
  workers: number;
}

/** The same delivery by one and more worker processes. */
export async function measureWorkers(
  lab: Lab,
  size: number,
  numbers: readonly number[],
): Promise<WorkersResult[]> {
  const results: WorkersResult[] = [];
  for (const workers of numbers) {
    const app = await lab.fresh({ workers });
    const shop = await openShop(app.url, size);
    await deliverByNexusFlow(await openShop(app.url, WARM_UP), 'warm-up');
    results.push({
      workers,
      ...(await deliverByNexusFlow(shop, `${workers} worker${workers > 1 ? 's' : ''}`)),
    });
  }
  return results;
}
