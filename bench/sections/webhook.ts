import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { ObjectId } from 'mongodb';
import { Webhook } from 'standardwebhooks';
import { count, say } from '../../scripts/lib/terminal.ts';
import { collection } from '../../src/server/db.ts';
import { type Lab, ledgerOf } from '../lab.ts';
import { type PausedVendorCampaign, sendWithoutReceipts } from '../sent-campaign.ts';
import { openShop } from '../shop.ts';

/** Requests under way at once, as a busy vendor sends them. */
const CONCURRENCY = 32;
const BATCH = 500;
/** Receipts of one by one; more would only take longer. */
const SINGLES = 5_000;

export interface WebhookResult {
  /** Receipts per request. */
  batch: number;
  receipts: number;
  acceptedPerSecond: number;
  /** Until the last of them is in the ledger. */
  appliedPerSecond: number;
}

/** Signed receipts for messages that were really sent: how many a second are answered 202, and how many are applied. */
export async function measureWebhook(lab: Lab, size: number): Promise<WebhookResult[]> {
  const app = await lab.fresh({ workers: 1 });
  const results: WebhookResult[] = [];
  for (const [batch, n] of [
    [BATCH, size],
    [1, Math.min(size, SINGLES)],
  ] as const) {
    const shop = await openShop(app.url, n);
    const campaign = await sendWithoutReceipts(lab, shop);
    results.push(await postReceipts(lab, app.env.CALLBACK_URL ?? '', campaign, batch));
  }
  return results;
}

async function postReceipts(
  lab: Lab,
  url: string,
  campaign: PausedVendorCampaign,
  batch: number,
): Promise<WebhookResult> {
  const rows = await collection('messages')
    .find({ campaignId: new ObjectId(campaign.id) }, { projection: { vendorMessageId: 1 } })
    .toArray();
  const timestamp = new Date().toISOString();
  const receipts = rows.map((row) => ({
    messageId: row._id.toHexString(),
    vendorMessageId: String(row.vendorMessageId),
    status: 'DELIVERED',
    timestamp,
  }));
  // Signed before the clock starts: that is the vendor's work.
  const signer = new Webhook(lab.webhookSecret);
  const requests = Array.from({ length: Math.ceil(receipts.length / batch) }, (_, i) =>
    sign(signer, JSON.stringify(receipts.slice(i * batch, (i + 1) * batch))),
  );

  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const began = Date.now();
  let next = 0;
  const sender = async () => {
    for (let mine = requests[next++]; mine; mine = requests[next++]) await post(url, mine, agent);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, sender));
  const acceptedMs = Date.now() - began;
  await campaign.completed;
  agent.destroy();
  const { lastChange, delivered } = await ledgerOf(new ObjectId(campaign.id));
  if (delivered !== receipts.length) throw new Error(`${receipts.length - delivered} receipts were lost`);
  const result = {
    batch,
    receipts: receipts.length,
    acceptedPerSecond: Math.round(receipts.length / (acceptedMs / 1_000)),
    appliedPerSecond: Math.round(receipts.length / ((lastChange - began) / 1_000)),
  };
  say(
    `  ${batch === 1 ? 'one receipt a request' : `${batch} receipts a request`}: ${count(result.acceptedPerSecond)} accepted/s, ${count(result.appliedPerSecond)} applied/s`,
  );
  return result;
}

interface SignedRequest {
  body: string;
  headers: Record<string, string>;
}

function sign(signer: Webhook, body: string): SignedRequest {
  const id = `msg_${randomUUID()}`;
  const now = new Date();
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': signer.sign(id, now, body),
    },
  };
}

async function post(url: string, { body, headers }: SignedRequest, agent: Agent): Promise<void> {
  const request = httpRequest(url, { method: 'POST', agent, headers }).end(body);
  const [response] = await once(request, 'response');
  response.resume();
  await once(response, 'end');
  if (response.statusCode !== 202) throw new Error(`The webhook answered ${response.statusCode}`);
}
