import { bold, count, green, red, say } from '../scripts/lib/terminal.ts';
import { PROGRAMS } from './cpu.ts';
import type { Run } from './deliver.ts';
import { median } from './measure.ts';
import type { AudienceResult } from './programs/audience.ts';
import type { DeliveryResult } from './sections/delivery.ts';
import type { FairnessResult } from './sections/fairness.ts';
import type { FanoutResult } from './sections/fanout.ts';
import type { ImportResult } from './sections/import.ts';
import type { ScaleResult } from './sections/scale.ts';
import type { WebResult } from './sections/web.ts';
import type { WebhookResult } from './sections/webhook.ts';
import type { WorkersResult } from './sections/workers.ts';

export interface Results {
  delivery?: DeliveryResult;
  scale?: ScaleResult[];
  workers?: WorkersResult[];
  fairness?: FairnessResult;
  webhook?: WebhookResult[];
  fanout?: FanoutResult[];
  import?: ImportResult;
  audience?: AudienceResult;
  web?: WebResult;
}

/** What a figure should be. Ratios of two figures of one run hold on any machine; seconds and milliseconds are for two cores. */
export interface Target {
  name: string;
  wanted: string;
  value: number;
  met: boolean;
}

/** The targets the measured sections can speak of. */
export function judge({ delivery, scale, fairness, fanout, ...results }: Results): Target[] {
  const targets: Target[] = [];
  const atLeast = (name: string, value: number, least: number) =>
    targets.push({ name, wanted: `at least ${least}`, value, met: value >= least });
  const atMost = (name: string, value: number, most: number) =>
    targets.push({ name, wanted: `at most ${most}`, value, met: value <= most });

  if (delivery) {
    atLeast('ratioToSeed: NexusFlow ÷ seedDesign', round(delivery.ratioToSeed), 10);
    atLeast('ratioToBare: NexusFlow ÷ bare', round(delivery.ratioToBare), 0.7);
  }
  const [small, middle, large] = scale ?? [];
  if (small && middle && large) {
    const at = (run: ScaleResult) => count(run.messages);
    atLeast(`rate at ${at(large)} ÷ at ${at(middle)}`, round(large.perSecond / middle.perSecond), 0.8);
    if (small.workerPeakMb !== null && large.workerPeakMb !== null)
      atMost(
        `worker’s peak memory at ${at(large)} ÷ at ${at(small)}`,
        round(large.workerPeakMb / small.workerPeakMb),
        1.3,
      );
  }
  if (fairness)
    atMost(
      `seconds ${count(fairness.small)} take longer beside ${count(fairness.large)}`,
      round(fairness.besideSeconds - fairness.aloneSeconds),
      5,
    );
  for (const { what, p99Ms } of fanout ?? []) atMost(`WebSocket p99 (ms), ${what}`, p99Ms, 150);
  if (results.import) atLeast('import: NexusFlow’s rows/s ÷ bare’s', round(results.import.ratioToBare), 0.7);
  if (results.audience) {
    const { ours, byHand } = results.audience;
    atMost('audience previews: p95 ÷ p95 by hand', round(ours.p95 / byHand.p95), 1.3);
  }
  if (results.web) {
    const size = `with ${count(results.web.customers)} customers ÷ with 50`;
    for (const { what, large, small } of results.web.steps) {
      if (what.startsWith('from page to page')) atMost(`p50 (ms), ${what}`, large.p50, 100);
      else if (what.includes('opened')) atMost(`p50 ${size}: ${what}`, round(large.p50 / small.p50), 1.5);
    }
    atMost('scrolling customers: p95 between two frames (ms)', results.web.frames.p95, 34);
  }
  return targets;
}

const round = (ratio: number): number => Math.round(ratio * 100) / 100;

export function printResults(results: Results, targets: readonly Target[]): void {
  const { delivery, scale, workers, fairness, webhook, fanout, audience } = results;
  if (delivery) {
    const row = (name: string, { perSecond, runs }: DeliveryResult['bare']) => [
      name,
      count(runs[0]?.messages ?? 0),
      runs.map((run) => run.seconds.toFixed(1)).join(' · '),
      count(perSecond),
      count(runs.reduce((sum, run) => sum + run.wrongRows, 0)),
    ];
    table(
      'Delivery: launch to last receipt',
      ['Program', 'Messages', 'Seconds', 'Messages/s', 'Wrong rows'],
      [
        row('NexusFlow', delivery.nexusFlow),
        row('bare', delivery.bare),
        row('seedDesign', delivery.seedDesign),
      ],
    );
    printCpu([
      ['NexusFlow', delivery.nexusFlow.runs],
      ['bare', delivery.bare.runs],
      ['seedDesign', delivery.seedDesign.runs],
    ]);
  }
  if (scale)
    table(
      'Scale: one worker, new processes each time',
      ['Recipients', 'Seconds', 'Messages/s', 'Web peak MB', 'Worker peak MB'],
      scale.map((run) => [
        count(run.messages),
        run.seconds.toFixed(1),
        count(run.perSecond),
        String(run.webPeakMb ?? '–'),
        String(run.workerPeakMb ?? '–'),
      ]),
    );
  if (workers)
    table(
      'Workers',
      ['Worker processes', 'Messages', 'Seconds', 'Messages/s'],
      workers.map((run) => [
        String(run.workers),
        count(run.messages),
        run.seconds.toFixed(1),
        count(run.perSecond),
      ]),
    );
  if (fairness)
    table(
      'Fairness: two workspaces, one worker',
      ['Campaign', 'Seconds until completed'],
      [
        [`${count(fairness.small)} recipients, alone`, fairness.aloneSeconds.toFixed(2)],
        [
          `${count(fairness.small)}, launched while ${count(fairness.large)} are being sent`,
          `${fairness.besideSeconds.toFixed(2)}${fairness.largeStillGoing ? '' : ' (the large one had ended)'}`,
        ],
      ],
    );
  if (webhook)
    table(
      'Webhook: signed receipts, 32 requests at once',
      ['Receipts a request', 'Receipts', 'Accepted/s', 'Applied/s'],
      webhook.map((run) => [
        String(run.batch),
        count(run.receipts),
        count(run.acceptedPerSecond),
        count(run.appliedPerSecond),
      ]),
    );
  if (fanout)
    table(
      'Fan-out: from the change to every subscriber',
      ['Change', 'Subscribers', 'p50 ms', 'p99 ms'],
      fanout.map((run) => [run.what, String(run.subscribers), String(run.p50Ms), String(run.p99Ms)]),
    );
  if (results.import) {
    const row = (name: string, { rowsPerSecond, runs }: ImportResult['bare']) => [
      name,
      runs.map((run) => run.seconds.toFixed(1)).join(' · '),
      count(rowsPerSecond),
      String(Math.max(...runs.map((run) => run.peakMb ?? 0)) || '–'),
    ];
    table(
      `Import: ${count(results.import.rows)} orders of ${count(results.import.customers)} customers`,
      ['Program', 'Seconds', 'Rows/s', 'Peak MB'],
      [row('NexusFlow (worker)', results.import.nexusFlow), row('bare', results.import.bare)],
    );
  }
  if (audience)
    table(
      `Audience previews: ${count(audience.customers)} customers, ${count(audience.orders)} orders`,
      ['Question', 'Selects', 'p50 ms', 'p95 ms', 'p50 by hand', 'p95 by hand', 'p50 ratio'],
      [
        ...audience.questions,
        { name: 'all', count: Number.NaN, ours: audience.ours, byHand: audience.byHand },
      ].map(({ name, count: selects, ours, byHand }) => [
        name,
        Number.isNaN(selects) ? '' : count(selects),
        count(ours.p50),
        count(ours.p95),
        count(byHand.p50),
        count(byHand.p95),
        (ours.p50 / byHand.p50).toFixed(2),
      ]),
    );
  if (results.web) {
    const { customers, campaigns, steps, frames } = results.web;
    table(
      `Web: ${count(customers)} customers, ${count(campaigns)} campaigns`,
      ['What', 'p50 ms', 'p95 ms', 'p50 small', 'p95 small', 'p50 ratio'],
      [
        ...steps.map(({ what, large, small }) => [
          what,
          count(large.p50),
          count(large.p95),
          count(small.p50),
          count(small.p95),
          (large.p50 / small.p50).toFixed(2),
        ]),
        ['scrolling customers: between two frames', count(frames.p50), count(frames.p95), '', '', ''],
      ],
    );
  }
  say();
  say(bold('Targets (on two cores)'));
  for (const { name, wanted, value, met } of targets)
    say(
      `  ${met ? green('met   ') : red('MISSED')}  ${name.padEnd(58)} ${String(value).padStart(7)}  (${wanted})`,
    );
}

/** Where the time goes. Programs that a contender does not use, and systems that do not tell, are left out. */
function printCpu(contenders: readonly [name: string, runs: readonly Run[]][]): void {
  const spent = (runs: readonly Run[], program: string) =>
    median(runs.map(({ cpu, messages }) => (cpu[program] ?? 0) / messages));
  const programs = PROGRAMS.filter((program) => contenders.some(([, runs]) => spent(runs, program) >= 1));
  if (programs.length === 0) return;
  table(
    'Processor time a message, in microseconds',
    ['Program', ...programs, 'all'],
    contenders.map(([name, runs]) => {
      const each = programs.map((program) => Math.round(spent(runs, program)));
      return [name, ...each.map((us) => (us > 0 ? count(us) : '–')), count(each.reduce((a, b) => a + b, 0))];
    }),
  );
}

function table(title: string, head: readonly string[], rows: readonly string[][]): void {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('   ');
  say();
  say(bold(title));
  say(`  ${line(head)}`);
  for (const row of rows) say(`  ${line(row)}`);
}
