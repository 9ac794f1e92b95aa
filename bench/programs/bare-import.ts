import { createReadStream } from 'node:fs';
import { Long, MongoClient, ObjectId } from 'mongodb';
import Papa from 'papaparse';
import { inPages } from '../../src/lib/in-pages.ts';
import { peakMemoryMb } from '../measure.ts';

export interface BareImport {
  seconds: number;
  peakMb: number | null;
}

/**
 * `bare`: the least program that brings orders in. Reads the file with papaparse, looks each batch's customers up and
 * upserts its orders with the driver. No job, no checks, no counts, no checkpoint, no way back, and the customers'
 * figures are left as they were.
 * Run by bench/sections/import.ts: workspace, file.
 */
const BATCH = 1_000;
const [workspace, file = ''] = process.argv.slice(2);
const workspaceId = new ObjectId(workspace);
const client = await MongoClient.connect(process.env.DATABASE_URL ?? '');
const customers = client.db().collection('customers');
const orders = client.db().collection('orders');

interface Row {
  orderId: string;
  customerEmail: string;
  orderAmount: string;
  orderDate: string;
}

const began = performance.now();
const rows: AsyncIterable<Row> = createReadStream(file).pipe(
  Papa.parse(Papa.NODE_STREAM_INPUT, { header: true }),
);
for await (const page of inPages(rows, BATCH)) {
  if (page.length === 0) break;
  const emails = [...new Set(page.map(({ customerEmail }) => customerEmail))];
  const found = await customers
    .find({ workspaceId, email: { $in: emails } }, { projection: { email: 1 }, batchSize: BATCH + 1 })
    .toArray();
  const idOf = new Map(found.map(({ _id, email }) => [String(email), _id]));
  const now = new Date();
  await orders.bulkWrite(
    page.map(({ orderId, customerEmail, orderAmount, orderDate }) => ({
      updateOne: {
        filter: { workspaceId, orderId },
        update: {
          $set: {
            customerId: idOf.get(customerEmail),
            amount: Long.fromNumber(Math.round(Number(orderAmount) * 100)),
            placedAt: new Date(orderDate),
            updatedAt: now,
          },
          $setOnInsert: { createdAt: now },
        },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}
const result: BareImport = {
  seconds: (performance.now() - began) / 1_000,
  peakMb: peakMemoryMb(process.pid),
};
await client.close();
process.send?.(result);
