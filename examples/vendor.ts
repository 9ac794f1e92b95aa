// A vendor in one file: takes messages over HTTP, "delivers" them, and posts signed receipts. Node 24, nothing to install.
// RECEIPT_SECRET=whsec_… node examples/vendor.ts
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

interface Message {
  messageId: string;
  to: string;
  body: string;
  callbackUrl: string;
}
const secret = Buffer.from((process.env.RECEIPT_SECRET ?? '').replace(/^whsec_/, ''), 'base64');
const accepted = new Map<string, string>(); // Idempotency-Key → our own id. Keep it for at least a week.

async function postReceipt({ messageId, callbackUrl }: Message, vendorMessageId: string): Promise<void> {
  const body = JSON.stringify({ messageId, vendorMessageId, status: 'DELIVERED', timestamp: new Date() });
  const id = `msg_${randomUUID()}`; // The same for every try of this receipt.
  for (let wait = 1_000; wait < 3_600_000; wait *= 2) {
    const timestamp = Math.floor(Date.now() / 1_000);
    const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': `v1,${signature}`,
    };
    const answer = await fetch(callbackUrl, { method: 'POST', headers, body }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

createServer(async (request, response) => {
  const message: Message = JSON.parse(await text(request));
  const key = String(request.headers['idempotency-key']);
  const known = accepted.get(key);
  const id = known ?? `ts-${randomUUID()}`;
  accepted.set(key, id);
  response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
  if (!known) void postReceipt(message, id); // Asked twice, delivered once.
}).listen(Number(process.env.PORT ?? 4_000), '127.0.0.1', () => console.log('ready'));
