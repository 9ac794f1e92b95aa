import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import type { VendorMessage } from '../src/features/vendors/vendors.schema.ts';
import { randomOf } from './plan.ts';

interface Receipt {
  messageId: string;
  vendorMessageId: string;
  status: 'SENT' | 'DELIVERED' | 'BOUNCED';
  timestamp: string;
}
interface Held {
  vendorMessageId: string;
  to: string;
}
/** Of the requests: not taken, taken but never answered, answered too late. */
const FAULTS = { refuse: 0.1, close: 0.12, hang: 0.02 };
/** A request takes up to this long, so that whatever is killed is killed in the middle of many. */
const SLOWEST_MS = 600;
const RETRY_MS = 300;

export interface ChaosVendor {
  url: string;
  /** What the vendor sent, by idempotency key. */
  held: Map<string, Held>;
  faults: Record<'refused' | 'closed' | 'hung' | 'repeated', number>;
  /** Resolves once every receipt has been taken. */
  told(): Promise<void>;
  close(): Promise<void>;
}

/** A vendor that honours idempotency keys and otherwise misbehaves by seed; its record lives outside what is killed. */
export async function startChaosVendor(seed: number, secret: string, hangs: boolean): Promise<ChaosVendor> {
  const random = randomOf(seed ^ 0x5eed);
  const webhook = new Webhook(secret);
  const held = new Map<string, Held>();
  const faults = { refused: 0, closed: 0, hung: 0, repeated: 0 };
  let open = true;
  const posting = new Set<Promise<void>>();

  /** Posts until it is taken: what is killed in between comes back. */
  async function post(url: string, receipts: Receipt[]): Promise<void> {
    const id = `msg_${randomUUID()}`;
    const body = JSON.stringify(receipts);
    while (open) {
      const now = new Date();
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
        'webhook-signature': webhook.sign(id, now, body),
      };
      const signal = AbortSignal.timeout(10_000);
      const ok = await fetch(url, { method: 'POST', headers, body, signal }).then(
        (response) => response.ok,
        () => false,
      );
      if (ok) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  const server = createServer(async (request, response) => {
    const messages = JSON.parse(await text(request)) as VendorMessage[];
    const draw = random();
    await new Promise((resolve) => setTimeout(resolve, random() * SLOWEST_MS));
    if (draw < FAULTS.refuse) {
      faults.refused += 1;
      response.writeHead(500).end();
      return;
    }
    const timestamp = new Date().toISOString();
    const fresh: Receipt[] = [];
    const results = messages.map((message) => {
      const key = message.idempotencyKey ?? message.messageId;
      const known = held.get(key);
      const vendorMessageId = known?.vendorMessageId ?? `chaos_${held.size + 1}`;
      if (known) faults.repeated += 1;
      else {
        held.set(key, { vendorMessageId, to: message.to });
        const status = random() < 0.9 ? 'DELIVERED' : 'BOUNCED';
        fresh.push({ messageId: message.messageId, vendorMessageId, status, timestamp });
      }
      return { messageId: message.messageId, status: 'ACCEPTED', vendorMessageId };
    });
    const callback = messages[0]?.callbackUrl ?? '';
    // Early: before the answer. Twice: the same again under another id. Reversed: SENT after the final one.
    const early = random() < 0.15;
    const twice = random() < 0.2;
    const reversed = random() < 0.2;
    const receipts = async () => {
      if (fresh.length === 0) return;
      await post(callback, fresh);
      if (twice) await post(callback, fresh);
      if (reversed)
        await post(
          callback,
          fresh.map((receipt) => ({ ...receipt, status: 'SENT' as const })),
        );
    };
    const tell = () => {
      const told = receipts().finally(() => posting.delete(told));
      posting.add(told);
    };
    if (early) {
      tell();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (draw < FAULTS.refuse + FAULTS.close) {
      faults.closed += 1;
      request.socket.destroy();
    } else if (hangs && draw < FAULTS.refuse + FAULTS.close + FAULTS.hang) faults.hung += 1;
    else response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ results }));
    if (!early) tell();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    held,
    faults,
    async told() {
      while (posting.size > 0) await Promise.all(posting);
    },
    async close() {
      open = false;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
