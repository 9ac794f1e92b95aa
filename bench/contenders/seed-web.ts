import { Queue } from 'bullmq';
import { MongoClient, ObjectId } from 'mongodb';
import type { Assignment } from '../child.ts';
import { reportProgress, serveReceipts } from './receipts-server.ts';
import { redisOptions, SEED_QUEUE } from './seed-job.ts';

/**
 * `seedDesign`, web side: the usual first design of such a system. Launching writes the rows and queues one job per
 * message (both in bulk, which is kinder than many such programs are); the vendor's receipts come one by one and each
 * updates its row.
 */
const CHUNK = 1_000;
const { DATABASE_URL = '', REDIS_URL = '', CALLBACK_PORT } = process.env;
const client = await MongoClient.connect(DATABASE_URL);
const customers = client.db().collection('customers');
const messages = client.db().collection('messages');
const queue = new Queue(SEED_QUEUE, { connection: redisOptions(REDIS_URL) });
let done = 0;

async function launch({ workspaceId: id, campaignId, template }: Assignment): Promise<void> {
  done = 0;
  const workspaceId = new ObjectId(id);
  const audience = await customers.find({ workspaceId }, { projection: { email: 1 } }).toArray();
  for (let i = 0; i < audience.length; i += CHUNK) {
    const now = new Date();
    const rows = audience.slice(i, i + CHUNK).map((customer) => ({
      _id: new ObjectId(),
      workspaceId,
      campaignId: new ObjectId(campaignId),
      customerId: customer._id,
      batch: 0,
      to: String(customer.email),
      status: 'QUEUED',
      attempts: 0,
      queuedAt: now,
      updatedAt: now,
    }));
    await messages.insertMany(rows, { ordered: false });
    await queue.addBulk(
      rows.map((row) => ({
        name: 'send',
        data: { messageId: row._id.toHexString(), template },
        opts: {
          attempts: 4,
          backoff: { type: 'exponential', delay: 2_000 },
          removeOnComplete: true,
          removeOnFail: 1_000,
        },
      })),
    );
  }
}

await serveReceipts(Number(CALLBACK_PORT), async (body) => {
  const receipt = [body].flat()[0];
  if (!receipt) return;
  await messages.updateOne(
    { _id: new ObjectId(receipt.messageId) },
    { $set: { status: receipt.status, deliveredAt: new Date(receipt.timestamp), updatedAt: new Date() } },
  );
  done += 1;
});
process.on('message', (assignment: Assignment) => void launch(assignment));
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });
reportProgress(() => done);
