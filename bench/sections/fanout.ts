import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { ObjectId } from 'mongodb';
import { Webhook } from 'standardwebhooks';
import { WebSocket } from 'ws';
import { say } from '../../scripts/lib/terminal.ts';
import { collection } from '../../src/server/db.ts';
import type { Lab } from '../lab.ts';
import { percentile } from '../measure.ts';
import { sendWithoutReceipts } from '../sent-campaign.ts';
import { openShop, type Shop } from '../shop.ts';

const SUBSCRIBERS = 200;
const CUSTOMERS = 5_000;
const CHANGES = 30;
/** Between two changes: longer than the engine's shortest time between two snapshots. */
const REST_MS = 250;
const TIMEOUT_MS = 10_000;

export interface FanoutResult {
  what: string;
  subscribers: number;
  changes: number;
  p50Ms: number;
  p99Ms: number;
}

/**
 * How long 200 open pages wait to hear of a change, from the request that makes it: a person pausing and resuming the
 * campaign, and a vendor's receipt on its way through webhook, queue, worker and ledger.
 */
export async function measureFanout(lab: Lab): Promise<FanoutResult[]> {
  const app = await lab.fresh({ workers: 1 });
  const shop = await openShop(app.url, CUSTOMERS);
  const { id } = await sendWithoutReceipts(lab, shop);
  const pages = await openPages(app.url, shop, id);
  try {
    const results: FanoutResult[] = [];
    const statusWaits: number[] = [];
    for (let i = 0; i < CHANGES; i += 1) {
      const [action, status] = i % 2 === 0 ? ['pause', 'PAUSED'] : ['resume', 'SENDING'];
      statusWaits.push(
        ...(await pages.timesUntil(`"status":"${status}"`, () =>
          shop.api.post(`/api/campaigns/${id}/${action}`),
        )),
      );
    }
    results.push(report('campaign paused or resumed', statusWaits));

    const rows = await collection('messages')
      .find({ campaignId: new ObjectId(id) }, { projection: { vendorMessageId: 1 } })
      .limit(CHANGES)
      .toArray();
    const receiptWaits: number[] = [];
    for (const [i, row] of rows.entries()) {
      const body = JSON.stringify({
        messageId: row._id.toHexString(),
        vendorMessageId: row.vendorMessageId,
        status: 'DELIVERED',
        timestamp: new Date().toISOString(),
      });
      receiptWaits.push(
        ...(await pages.timesUntil(`"delivered":${i + 1},`, () =>
          postReceipt(app.env.CALLBACK_URL ?? '', lab.webhookSecret, body),
        )),
      );
    }
    results.push(report('a receipt of the vendor', receiptWaits));
    return results;
  } finally {
    pages.close();
  }
}

function report(what: string, waits: readonly number[]): FanoutResult {
  const p50Ms = Math.round(percentile(waits, 0.5));
  const p99Ms = Math.round(percentile(waits, 0.99));
  say(`  ${what}: p50 ${p50Ms} ms, p99 ${p99Ms} ms to ${SUBSCRIBERS} subscribers`);
  return { what, subscribers: SUBSCRIBERS, changes: CHANGES, p50Ms, p99Ms };
}

interface Pages {
  /** Runs `change` and returns, for each page, the ms until it got an event that holds `text`. */
  timesUntil(text: string, change: () => Promise<unknown>): Promise<number[]>;
  close(): void;
}

/** WebSockets subscribed to the campaign's progress as its page does; resolves when each has its first snapshot. */
async function openPages(url: string, shop: Shop, campaignId: string): Promise<Pages> {
  const origin = new URL(url).origin;
  const sockets = Array.from(
    { length: SUBSCRIBERS },
    () =>
      new WebSocket(`${url.replace('http', 'ws').replace('localhost', '127.0.0.1')}/api/live`, {
        origin,
        headers: { cookie: shop.cookie },
      }),
  );
  await Promise.all(
    sockets.map(async (socket) => {
      await once(socket, 'open');
      const first = heard(socket, '"stats":');
      socket.send(
        JSON.stringify({
          id: 1,
          method: 'subscription',
          params: { path: 'campaigns.onProgress', input: { json: { id: campaignId } } },
        }),
      );
      await first;
    }),
  );
  return {
    async timesUntil(text, change) {
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      const heardBy = sockets.map((socket) => heard(socket, text));
      const began = performance.now();
      const changed = change();
      const times = await Promise.all(heardBy);
      await changed;
      return times.map((time) => time - began);
    },
    close() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

/** When the socket next gets a message that holds `text`. @throws Error when none comes */
function heard(socket: WebSocket, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`A subscriber heard nothing of ${text} within ${TIMEOUT_MS / 1_000} s`)),
      TIMEOUT_MS,
    );
    const listener = (data: Buffer) => {
      if (!data.includes(text)) return;
      const at = performance.now();
      clearTimeout(timer);
      socket.off('message', listener);
      resolve(at);
    };
    socket.on('message', listener);
  });
}

async function postReceipt(url: string, secret: string, body: string): Promise<void> {
  const id = `msg_${randomUUID()}`;
  const now = new Date();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    },
    body,
  });
  await response.body?.cancel();
  if (response.status !== 202) throw new Error(`The webhook answered ${response.status}`);
}
