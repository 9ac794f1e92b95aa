import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ObjectId } from 'mongodb';
import type { ImportState } from '../../scripts/demo/api.ts';
import { count, dim, say } from '../../scripts/lib/terminal.ts';
import { collection } from '../../src/server/db.ts';
import { resultOf } from '../child.ts';
import { DATA, type Lab } from '../lab.ts';
import { median, peakMemoryMb } from '../measure.ts';
import type { BareImport } from '../programs/bare-import.ts';
import { openShop } from '../shop.ts';

export interface ImportRun {
  seconds: number;
  rowsPerSecond: number;
  /** The most memory the process that read the file ever held. */
  peakMb: number | null;
}
export interface ImportResult {
  rows: number;
  customers: number;
  nexusFlow: { rowsPerSecond: number; runs: ImportRun[] };
  bare: { rowsPerSecond: number; runs: ImportRun[] };
  ratioToBare: number;
}

/** In turn, so that a slow spell of the machine meets both. */
const ROUNDS = 3;
const ORDERS_EACH = 4;

/** The same file of orders, through the product and by the least program; each time into a workspace that has none. */
export async function measureImport(lab: Lab, rows: number): Promise<ImportResult> {
  const customers = rows / ORDERS_EACH;
  const file = join(DATA, `orders-${rows}.csv`);
  await pipeline(Readable.from(ordersFile(rows, customers)), createWriteStream(file));
  const nexusRuns: ImportRun[] = [];
  const bareRuns: ImportRun[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    // New processes, so that a peak of memory is this run's.
    const app = await lab.fresh({ workers: 1 });
    const ours = await openShop(app.url, customers);
    const importId = await ours.api.upload('/api/orders/bulk-upload', file);
    const run = await finished(ours.api, importId);
    nexusRuns.push(runOf(rows, run, peakMemoryMb(app.workers[0]?.child.pid)));
    await check(ours.workspaceId, rows);

    const theirs = await openShop(app.url, customers);
    const { seconds, peakMb } = await resultOf<BareImport>(
      'bench/programs/bare-import.ts',
      [theirs.workspaceId, file],
      {},
    );
    bareRuns.push(runOf(rows, seconds, peakMb));
    await check(theirs.workspaceId, rows);
    for (const [name, { rowsPerSecond }] of [
      ['NexusFlow', nexusRuns.at(-1)],
      ['bare', bareRuns.at(-1)],
    ] as [string, ImportRun][])
      say(dim(`  ${name} ${round}: ${count(rowsPerSecond)} rows/s`));
  }
  const rate = (runs: readonly ImportRun[]) => Math.round(median(runs.map((run) => run.rowsPerSecond)));
  return {
    rows,
    customers,
    nexusFlow: { rowsPerSecond: rate(nexusRuns), runs: nexusRuns },
    bare: { rowsPerSecond: rate(bareRuns), runs: bareRuns },
    ratioToBare: rate(nexusRuns) / rate(bareRuns),
  };
}

const runOf = (rows: number, seconds: number, peakMb: number | null): ImportRun => ({
  seconds,
  rowsPerSecond: Math.round(rows / seconds),
  peakMb,
});

/** One in twenty rows is a refund; a customer's orders are spread over the file, as those of a shop are. */
function* ordersFile(rows: number, customers: number): Generator<string> {
  yield 'orderId,customerEmail,orderAmount,orderDate\n';
  const start = Date.UTC(2024, 0, 1);
  for (let i = 0; i < rows; i += 1) {
    const customer = ((i * 7_919) % customers) + 1;
    const amount = (((i * 37) % 20_000) + 100) / 100;
    const date = new Date(start + i * 300_000).toISOString();
    yield `B-${i},customer-${customer}@example.com,${(i % 20 === 0 ? -amount : amount).toFixed(2)},${date}\n`;
  }
}

/** @returns the seconds from its start to its end, as the import itself tells them */
async function finished(api: { get<T>(path: string): Promise<T> }, importId: string): Promise<number> {
  for (;;) {
    const state = await api.get<ImportState & { startedAt: string; finishedAt: string }>(
      `/api/imports/${importId}`,
    );
    if (state.status === 'COMPLETED')
      return (Date.parse(state.finishedAt) - Date.parse(state.startedAt)) / 1_000;
    if (state.status !== 'QUEUED' && state.status !== 'RUNNING')
      throw new Error(`The import ended ${state.status}: ${state.error}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** @throws Error unless every row is an order of some customer */
async function check(workspaceId: string, rows: number): Promise<void> {
  const found = await collection('orders').countDocuments({
    workspaceId: new ObjectId(workspaceId),
    customerId: { $ne: null },
  });
  if (found !== rows) throw new Error(`${count(found)} orders are there, of ${count(rows)}`);
}
