import { MongoClient, ObjectId } from 'mongodb';
import { inPages } from '../../src/lib/in-pages.ts';
import { perRow } from '../../src/server/per-row.ts';
import type { Assignment } from '../child.ts';
import { type PlainReceipt, reportProgress, serveReceipts } from './receipts-server.ts';

/**
 * `bare`: the least program that leaves the same rows and makes the same HTTP calls in the same batches. One process, no
 * queue, no rendering, no checks, nothing survives a crash. Three writes a message: QUEUED, SENT with the vendor's id,
 * DELIVERED. What the machine and the database can do at most for this task; NexusFlow is measured against it.
 */
const PAGE = 500;
/** Batches under way at once: as many as NexusFlow's worker runs. */
const IN_FLIGHT = 4;

const { DATABASE_URL = '', VENDOR_URL, CALLBACK_PORT } = process.env;
const client = await MongoClient.connect(DATABASE_URL);
const customers = client.db().collection('customers');
const messages = client.db().collection('messages');

let done = 0;
/** The SENT write of each batch, by the batch's first message: receipts wait for it. */
const sentWrites = new Map<string, Promise<unknown>>();

async function deliver({ workspaceId: id, campaignId, template }: Assignment): Promise<void> {
  done = 0;
  const workspaceId = new ObjectId(id);
  const underWay = new Set<Promise<void>>();
  const cursor = customers
    .find({ workspaceId }, { projection: { email: 1 } })
    .sort({ _id: 1 })
    .batchSize(1_000);
  let batch = 0;
  for await (const page of inPages(cursor, PAGE)) {
    const now = new Date();
    const rows = page.map((customer) => ({
      _id: new ObjectId(),
      workspaceId,
      campaignId: new ObjectId(campaignId),
      customerId: customer._id,
      batch,
      to: String(customer.email),
      status: 'QUEUED',
      attempts: 1,
      queuedAt: now,
      updatedAt: now,
    }));
    batch += 1;
    if (rows.length === 0) break;
    await messages.insertMany(rows, { ordered: false });
    const sending = send(rows, template).finally(() => underWay.delete(sending));
    underWay.add(sending);
    if (underWay.size >= IN_FLIGHT) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

async function send(rows: readonly { _id: ObjectId; to: string }[], template: string): Promise<void> {
  const written = Promise.withResolvers<void>();
  sentWrites.set(rows[0]?._id.toHexString() ?? '', written.promise);
  const callbackUrl = `http://127.0.0.1:${CALLBACK_PORT}/receipts`;
  const response = await fetch(`${VENDOR_URL}/plain/send`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      rows.map(({ _id, to }) => ({
        messageId: _id.toHexString(),
        to,
        subject: 'News',
        body: template,
        callbackUrl,
      })),
    ),
  });
  const { results } = (await response.json()) as { results: PlainReceipt[] };
  const now = new Date();
  await messages.updateMany({ _id: { $in: rows.map((row) => row._id) } }, [
    {
      $set: {
        status: 'SENT',
        vendorMessageId: perRow(new Map(results.map((r) => [r.messageId, r.vendorMessageId]))),
        sentAt: now,
        updatedAt: now,
      },
    },
  ]);
  written.resolve();
}

async function apply(receipts: readonly PlainReceipt[]): Promise<void> {
  const first = receipts[0];
  if (!first) return;
  await sentWrites.get(first.messageId);
  sentWrites.delete(first.messageId);
  await messages.updateMany(
    { _id: { $in: receipts.map((receipt) => new ObjectId(receipt.messageId)) } },
    { $set: { status: 'DELIVERED', deliveredAt: new Date(first.timestamp), updatedAt: new Date() } },
  );
  done += receipts.length;
}

// Answered at once and written behind the answer.
await serveReceipts(Number(CALLBACK_PORT), (body) => void apply([body].flat()));
process.on('message', (assignment: Assignment) => void deliver(assignment));
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });
reportProgress(() => done);
