import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/**
 * The vendor of all contenders, a process of its own: takes one message or a batch, answers at once and then posts the
 * receipts, all DELIVERED, as they were asked for: a batch in one request, a single message by itself.
 *
 * POST /api/dummy-vendor/send  signed receipts, as NexusFlow wants them
 * POST /plain/send             unsigned receipts
 * POST /receipts/off, /on      whether receipts are posted at all
 */
interface VendorMessage {
  messageId: string;
  callbackUrl: string;
}

const RETRY_MS = 200;
const RETRIES = 50;
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
const webhook = new Webhook(process.env.VENDOR_WEBHOOK_SECRET ?? '');
let receiptsOn = true;
let lastId = 0;

const server = createServer(async (request, response) => {
  const path = (request.url ?? '').split('?')[0];
  const body = await text(request);
  if (path === '/receipts/off' || path === '/receipts/on') {
    receiptsOn = path === '/receipts/on';
    response.writeHead(204).end();
    return;
  }
  const asked: unknown = JSON.parse(body);
  const isBatch = Array.isArray(asked);
  const messages = (isBatch ? asked : [asked]) as VendorMessage[];
  const answers = messages.map(({ messageId }) => {
    lastId += 1;
    return {
      messageId,
      status: 'ACCEPTED',
      vendorMessageId: `vendor-${lastId.toString(36).padStart(8, '0')}`,
    };
  });
  const json = { 'content-type': 'application/json' };
  response.writeHead(202, json).end(JSON.stringify(isBatch ? { results: answers } : answers[0]));
  if (!receiptsOn) return;

  const timestamp = new Date().toISOString();
  const receipts = answers.map(({ messageId, vendorMessageId }) => ({
    messageId,
    vendorMessageId,
    status: 'DELIVERED',
    timestamp,
  }));
  const callbackUrl = messages[0]?.callbackUrl;
  if (!callbackUrl) return;
  await post(callbackUrl, JSON.stringify(isBatch ? receipts : receipts[0]), path !== '/plain/send');
});

/** Posts until it is taken: a lost receipt would let a contender wait for ever. */
async function post(url: string, body: string, signed: boolean): Promise<void> {
  const id = `msg_${randomUUID()}`;
  for (let tries = 0; tries < RETRIES; tries += 1) {
    const status = await postOnce(url, body, signed ? id : null).catch(() => 0);
    if (status >= 200 && status < 300) return;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  console.error(`Receipts were not taken by ${url}`);
}

async function postOnce(url: string, body: string, id: string | null): Promise<number> {
  const now = new Date();
  const request = httpRequest(url, {
    method: 'POST',
    agent,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(id === null
        ? {}
        : {
            'webhook-id': id,
            'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
            'webhook-signature': webhook.sign(id, now, body),
          }),
    },
  }).end(body);
  const [response] = await once(request, 'response');
  response.resume();
  return response.statusCode;
}

server.listen(Number(process.env.VENDOR_PORT), '127.0.0.1', () => process.send?.({ kind: 'ready' }));
process.on('disconnect', () => process.exit(0));
