import { deliverByNexusFlow } from '../deliver.ts';
import type { Lab } from '../lab.ts';
import { openShop } from '../shop.ts';
import { WARM_UP } from './warm-up.ts';

const SMALL = 100;
/** The small one is launched when the large one is well under way. */
const HEAD_START_MS = 3_000;

export interface FairnessResult {
  small: number;
  large: number;
  /** From launch until its page shows the small campaign as completed: by itself, and beside the large one. */
  aloneSeconds: number;
  besideSeconds: number;
  /** Whether the large one was still being sent when the small one had ended. */
  largeStillGoing: boolean;
}

/** A small campaign of one workspace by itself, and launched while another workspace's large one is being sent. */
export async function measureFairness(lab: Lab, size: number): Promise<FairnessResult> {
  const app = await lab.fresh({ workers: 1 });
  const large = await openShop(app.url, size);
  const small = await openShop(app.url, SMALL);
  await deliverByNexusFlow(await openShop(app.url, WARM_UP), 'warm-up');
  const alone = await deliverByNexusFlow(small, 'small, alone');
  let largeStillGoing = true;
  const going = deliverByNexusFlow(large, 'large').finally(() => {
    largeStillGoing = false;
  });
  await new Promise((resolve) => setTimeout(resolve, HEAD_START_MS));
  const beside = await deliverByNexusFlow(small, 'small, beside the large');
  const stillGoing = largeStillGoing;
  await going;
  return {
    small: SMALL,
    large: size,
    aloneSeconds: alone.completedAfterSeconds ?? alone.seconds,
    besideSeconds: beside.completedAfterSeconds ?? beside.seconds,
    largeStillGoing: stillGoing,
  };
}
