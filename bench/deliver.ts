import { ObjectId } from 'mongodb';
import type { Progress } from '../scripts/demo/api.ts';
import { bar, count, liveLine } from '../scripts/lib/terminal.ts';
import type { Child, FromChild } from './child.ts';
import { type CpuTimes, cpuSpent, cpuTimes } from './cpu.ts';
import { ledgerOf } from './lab.ts';
import { draftCampaign, type Shop, TEMPLATE } from './shop.ts';

const FINAL = ['COMPLETED', 'COMPLETED_WITH_FAILURES', 'CANCELLED', 'FAILED'];
/** A run slower than this is given up: the benchmark is bounded in time. */
const LEAST_PER_SECOND = 50;
const GRACE_MS = 60_000;

/** One campaign from launch to the last change of its rows, the same measure for every contender. */
export interface Run {
  messages: number;
  seconds: number;
  perSecond: number;
  /** Rows that ended in another status than DELIVERED, though every receipt said so. */
  wrongRows: number;
  /** Processor time of each program in all, in microseconds; idle ones used next to nothing. Empty except on Linux. */
  cpu: CpuTimes;
  /** NexusFlow only: from launch until its page shows the campaign as completed. */
  completedAfterSeconds?: number;
}

/** Delivers to all customers of the shop through NexusFlow's public API, watching its event stream. */
export async function deliverByNexusFlow(shop: Shop, label: string): Promise<Run> {
  const campaignId = await draftCampaign(shop);
  const line = progressLine(label, shop.customers);
  const began = start();
  await shop.api.post(`/api/campaigns/${campaignId}/launch`);
  await withinTime(shop.customers, label, async () => {
    for await (const { status, stats } of shop.api.progress(campaignId) as AsyncGenerator<Progress>) {
      line.update(stats.delivered);
      if (FINAL.includes(status)) return;
    }
    throw new Error(`${label}: the event stream ended early`);
  });
  const completedAfterSeconds = (Date.now() - began.at) / 1_000;
  const run = { ...(await measure(campaignId, shop, began)), completedAfterSeconds };
  line.end(run);
  return run;
}

/** Delivers to all customers of the shop by another program. */
export async function deliverByChild(shop: Shop, child: Child, label: string): Promise<Run> {
  const campaignId = await draftCampaign(shop);
  const line = progressLine(label, shop.customers);
  const began = start();
  await withinTime(
    shop.customers,
    label,
    () =>
      new Promise<void>((resolve) => {
        const off = child.onMessage((message: FromChild) => {
          if (message.kind !== 'progress') return;
          line.update(message.done);
          if (message.done < shop.customers) return;
          off();
          resolve();
        });
        child.send({ workspaceId: shop.workspaceId, campaignId, template: TEMPLATE.body });
      }),
  );
  // A write may still be on its way after the last receipt.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const run = await measure(campaignId, shop, began);
  line.end(run);
  return run;
}

interface Start {
  at: number;
  cpu: CpuTimes;
}

const start = (): Start => ({ cpu: cpuTimes(), at: Date.now() });

async function measure(campaignId: string, shop: Shop, began: Start): Promise<Run> {
  const cpu = cpuSpent(began.cpu, cpuTimes());
  const ledger = await ledgerOf(new ObjectId(campaignId));
  const seconds = (ledger.lastChange - began.at) / 1_000;
  return {
    messages: shop.customers,
    seconds,
    perSecond: Math.round(shop.customers / seconds),
    wrongRows: shop.customers - ledger.delivered,
    cpu,
  };
}

/** @throws Error naming the run when it takes longer than the slowest program worth waiting for */
async function withinTime(n: number, label: string, work: () => Promise<void>): Promise<void> {
  const limitMs = GRACE_MS + (n / LEAST_PER_SECOND) * 1_000;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${label}: not done after ${limitMs / 1_000} s`)), limitMs);
  await Promise.race([work(), late]).finally(() => clearTimeout(timer));
}

function progressLine(label: string, n: number) {
  const line = liveLine();
  const head = `  ${label.padEnd(24)}`;
  return {
    update: (done: number) => line.update(`${head}${bar(done / n)}  ${count(done)} of ${count(n)}`),
    end: (run: Run) =>
      line.end(
        `${head}${bar(1)}  ${count(n)} in ${run.seconds.toFixed(1)} s: ${count(run.perSecond)} messages/s${run.wrongRows > 0 ? `, ${count(run.wrongRows)} rows in a wrong status` : ''}`,
      ),
  };
}
