import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { VendorAnswer, VendorMessage } from '../../src/features/vendors/vendors.schema.ts';

export interface LoopbackVendor {
  /** Every message as it was asked for, in order. */
  asked: VendorMessage[];
  /** What the vendor holds: its own id by idempotency key. */
  accepted: Map<string, string>;
  /** Whether the vendor is down: it takes no message and breaks the connection off. */
  away: boolean;
  /** Runs while a request is at the vendor, after it took the messages and before it answers. */
  beforeAnswer: (messages: VendorMessage[]) => Promise<void>;
  /** Which messages the vendor does not take, and why. */
  refuse: (message: VendorMessage) => { reason: string; retryable: boolean } | null;
  /** Forgets its doings and hooks; what it accepted stays. */
  reset(): void;
  close(): Promise<void>;
}

export const keyOf = (message: VendorMessage): string => message.idempotencyKey ?? message.messageId;

/**
 * Test support: a vendor in this process that honours idempotency keys and sends no receipts by itself, so that a test
 * decides what happens when. The application is pointed to it by INTERNAL_URL: call it before anything reads settings.
 */
export async function startLoopbackVendor(): Promise<LoopbackVendor> {
  const hooks = {
    away: false,
    beforeAnswer: async () => undefined,
    refuse: () => null,
  };
  const server = createServer(async (request, response) => {
    const messages = JSON.parse(await text(request)) as VendorMessage[];
    vendor.asked.push(...messages);
    if (vendor.away) {
      request.socket.destroy();
      return;
    }
    const results = messages.map((message): VendorAnswer => {
      const { messageId } = message;
      const refusal = vendor.refuse(message);
      if (refusal) return { messageId, status: 'REJECTED', ...refusal };
      const key = keyOf(message);
      const vendorMessageId = vendor.accepted.get(key) ?? `v${vendor.accepted.size + 1}`;
      vendor.accepted.set(key, vendorMessageId);
      return { messageId, status: 'ACCEPTED', vendorMessageId };
    });
    await vendor.beforeAnswer(messages);
    response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ results }));
  });
  const vendor: LoopbackVendor = {
    asked: [],
    accepted: new Map(),
    ...hooks,
    reset() {
      vendor.asked = [];
      Object.assign(vendor, hooks);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  process.env.INTERNAL_URL = `http://127.0.0.1:${address.port}`;
  return vendor;
}
