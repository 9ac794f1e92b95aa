import type { Lab } from './lab.ts';
import { draftCampaign, type Shop } from './shop.ts';

/** A campaign whose messages are all with the vendor, no receipt yet. */
export interface PausedVendorCampaign {
  id: string;
  /** Resolves when the campaign is over: all receipts are in. */
  completed: Promise<void>;
}

/** Sends to all customers of the shop by way of a vendor that keeps its receipts to itself. */
export async function sendWithoutReceipts(lab: Lab, shop: Shop): Promise<PausedVendorCampaign> {
  await setReceipts(lab, 'off');
  const id = await draftCampaign(shop);
  await shop.api.post(`/api/campaigns/${id}/launch`);
  const allSent = Promise.withResolvers<void>();
  const completed = (async () => {
    for await (const { status, stats } of shop.api.progress(id)) {
      if (stats.sent === shop.customers) allSent.resolve();
      if (status.startsWith('COMPLETED')) return;
    }
  })();
  // Whoever does not wait for the end also stops the server the stream comes from.
  completed.catch(allSent.reject);
  await allSent.promise;
  await setReceipts(lab, 'on');
  return { id, completed };
}

const setReceipts = (lab: Lab, state: 'on' | 'off') =>
  fetch(`${lab.vendorUrl}/receipts/${state}`, { method: 'POST' });
