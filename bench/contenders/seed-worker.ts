import { Worker } from 'bullmq';
import { MongoClient, ObjectId } from 'mongodb';
import type { PlainReceipt } from './receipts-server.ts';
import { redisOptions, SEED_QUEUE, type SeedJob } from './seed-job.ts';

/**
 * `seedDesign`, worker side: one job per message, 50 at once. Reads the message and its customer, fills in the
 * placeholders, calls the vendor, writes SENT. No guard on the write: a receipt that was quicker is overwritten.
 */
const CONCURRENCY = 50;
const { DATABASE_URL = '', REDIS_URL = '', VENDOR_URL, CALLBACK_PORT } = process.env;
const client = await MongoClient.connect(DATABASE_URL);
const customers = client.db().collection('customers');
const messages = client.db().collection('messages');

const worker = new Worker<SeedJob>(
  SEED_QUEUE,
  async ({ data }) => {
    const _id = new ObjectId(data.messageId);
    const message = await messages.findOne({ _id });
    const customer = message && (await customers.findOne({ _id: message.customerId }));
    if (!customer) throw new Error(`There is no message ${data.messageId}, or no customer of it`);
    const response = await fetch(`${VENDOR_URL}/plain/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        messageId: data.messageId,
        to: message.to,
        subject: 'News',
        body: data.template.replaceAll(/\{\{ customer\.(\w+) \}\}/g, (_, key) => String(customer[key] ?? '')),
        callbackUrl: `http://127.0.0.1:${CALLBACK_PORT}/receipts`,
      }),
    });
    if (!response.ok) throw new Error(`The vendor answered ${response.status}`);
    const { vendorMessageId } = (await response.json()) as PlainReceipt;
    const now = new Date();
    await messages.updateOne(
      { _id },
      { $set: { status: 'SENT', vendorMessageId, sentAt: now, updatedAt: now }, $inc: { attempts: 1 } },
    );
  },
  { connection: redisOptions(REDIS_URL), concurrency: CONCURRENCY },
);
worker.on('error', (error) => console.error(error));
worker.on('failed', (_, error) => console.error(error.message));
await worker.waitUntilReady();
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });
