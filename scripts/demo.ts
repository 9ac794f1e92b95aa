import { Api, type ImportState, type Progress, type Stats } from './demo/api.ts';
import { DEMO_LOGIN, prepareAccount } from './demo/prepare-account.ts';
import { type Application, build, migrate, startApplication } from './lib/application.ts';
import { bar, bold, count, cyan, dim, green, liveLine, red, say, seconds } from './lib/terminal.ts';
import { type Services, startServices } from './services/start.ts';

const DATA = '.data';
const FINAL = ['COMPLETED', 'COMPLETED_WITH_FAILURES', 'CANCELLED', 'FAILED'];
const AUDIENCE = {
  name: 'Good customers',
  description: 'Spent at least £250, with two orders or more',
  rules: {
    combinator: 'and',
    rules: [
      { field: 'totalSpend', operator: '>=', value: 250 },
      { field: 'orderCount', operator: '>=', value: 2 },
    ],
  },
};
const TEMPLATE = {
  subject: 'Thank you, {{ customer.name }}',
  body: 'Dear {{ customer.name }},\n\nyou have ordered from us {{ customer.orderCount }} times: thank you! Until Sunday there are 10 % off everything, with the code THANKS10.\n\nYours,\n{{ workspace.name }}\n\nNo more of these: {{ unsubscribe_url }}',
};

const exitAfter = process.argv.includes('--exit');
let services: Services | undefined;
let application: Application | undefined;
let stopping: Promise<void> | undefined;

const stop = (): Promise<void> => {
  stopping ??= (async () => {
    await application?.stop();
    await services?.stop();
  })();
  return stopping;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    say('\nStopping …');
    void stop().then(() => process.exit(130));
  });
}

interface Row {
  what: string;
  rows: number;
  ms: number;
  result: string;
}

async function main(): Promise<boolean> {
  say(bold('NexusFlow demo: a real campaign on a real shop’s data'));
  say();
  say('Services');
  services = await startServices({ dataDirectory: DATA });
  Object.assign(process.env, { DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl });
  await migrate(services.databaseUrl);
  say('  Database migrated');
  await build();
  application = await startApplication({ ...services, dataDirectory: DATA });
  say(`  Web and worker ready; their logs are in ${DATA}/logs`);
  Object.assign(process.env, { NEXTAUTH_SECRET: application.env.NEXTAUTH_SECRET });
  const { apiKey } = await prepareAccount();
  const api = new Api(application.url, apiKey);

  say();
  say('Import');
  const table: Row[] = [
    await importFile(
      api,
      'Customers',
      '/api/customers/bulk-upload',
      'public/samples/online-retail-customers.csv',
    ),
    await importFile(api, 'Orders', '/api/orders/bulk-upload', 'public/samples/online-retail-orders.csv'),
  ];

  say();
  say('Campaign');
  const audience = await findOrCreateAudience(api);
  const preview = await api.post<{ count: number; total: number }>('/api/audiences/preview', {
    rules: AUDIENCE.rules,
  });
  say(
    `  Audience “${AUDIENCE.name}”: ${count(preview.count)} of ${count(preview.total)} customers (${AUDIENCE.description})`,
  );
  const campaign = await api.post<{ id: string }>('/api/campaigns', {
    name: `Thank you, ${new Date().toISOString().slice(0, 16).replace('T', ' ')}`,
    audienceId: audience.id,
    template: TEMPLATE,
  });
  const { row, stats, status } = await launch(api, campaign.id);
  table.push(row);

  printTable(table);
  const sum =
    stats.queued +
    stats.sending +
    stats.sent +
    stats.delivered +
    stats.failed +
    stats.bounced +
    stats.skipped +
    stats.cancelled;
  const addsUp = sum === stats.audience && stats.audience === preview.count;
  printLedger(stats, sum, addsUp);
  if (!FINAL.includes(status)) say(red(`The campaign ended as ${status}.`));
  return addsUp && FINAL.includes(status);
}

async function importFile(api: Api, what: string, path: string, file: string): Promise<Row> {
  const began = Date.now();
  const line = liveLine();
  const id = await api.upload(path, file);
  for (;;) {
    const state = await api.get<ImportState>(`/api/imports/${id}`);
    line.update(`  ${what.padEnd(10)} ${bar(state.progress)}  ${count(state.counts.rows)} rows`);
    if (state.status === 'QUEUED' || state.status === 'RUNNING') {
      await new Promise((resolve) => setTimeout(resolve, 150));
      continue;
    }
    if (state.status !== 'COMPLETED')
      throw new Error(`The import of ${file} ended as ${state.status}: ${state.error}`);
    const { rows, inserted, updated, unchanged, failed } = state.counts;
    const result = `${count(inserted)} new, ${count(updated)} updated, ${count(unchanged)} unchanged, ${count(failed)} failed`;
    line.end(`  ${what.padEnd(10)} ${bar(1)}  ${count(rows)} rows: ${result}`);
    return { what: `Import ${what.toLowerCase()}`, rows, ms: Date.now() - began, result };
  }
}

async function findOrCreateAudience(api: Api): Promise<{ id: string }> {
  const { items } = await api.get<{ items: { id: string; name: string }[] }>('/api/audiences?limit=500');
  return (
    items.find((a) => a.name === AUDIENCE.name) ??
    (await api.post<{ id: string }>('/api/audiences', AUDIENCE))
  );
}

async function launch(api: Api, id: string): Promise<{ row: Row; stats: Stats; status: string }> {
  const line = liveLine();
  const began = Date.now();
  await api.post(`/api/campaigns/${id}/launch`);
  let last: Progress | undefined;
  for await (const progress of api.progress(id)) {
    last = progress;
    const { audience, queued, sending, sent } = progress.stats;
    const share = audience === 0 ? 0 : (audience - queued - sending - sent / 2) / audience;
    line.update(
      `  Delivery   ${bar(share)}  ${count(progress.stats.delivered)} delivered of ${count(audience)}`,
    );
    if (FINAL.includes(progress.status)) break;
  }
  if (!last) throw new Error('The live stream ended without a word');
  const ms = Date.now() - began;
  const { delivered, bounced, failed, skipped, audience } = last.stats;
  const result = `${count(delivered)} delivered, ${count(bounced)} bounced, ${count(failed)} failed, ${count(skipped)} skipped`;
  line.end(`  Delivery   ${bar(1)}  ${result}`);
  return {
    row: { what: 'Deliver campaign', rows: audience, ms, result },
    stats: last.stats,
    status: last.status,
  };
}

function printTable(rows: readonly Row[]): void {
  say();
  say(
    bold(
      `${'Step'.padEnd(18)}${'Rows'.padStart(9)}${'Seconds'.padStart(10)}${'Rows/s'.padStart(10)}  Result`,
    ),
  );
  for (const { what, rows: n, ms, result } of rows) {
    const rate = count(Math.round(n / (ms / 1_000)));
    say(
      `${what.padEnd(18)}${count(n).padStart(9)}${(ms / 1_000).toFixed(1).padStart(10)}${rate.padStart(10)}  ${result}`,
    );
  }
}

function printLedger(stats: Stats, sum: number, addsUp: boolean): void {
  say();
  say(bold('Ledger'));
  for (const key of [
    'queued',
    'sending',
    'sent',
    'delivered',
    'failed',
    'bounced',
    'skipped',
    'cancelled',
  ] as const) {
    say(`  ${key.padEnd(12)}${count(stats[key]).padStart(8)}`);
  }
  say(
    `  ${'sum'.padEnd(12)}${count(sum).padStart(8)}   ${addsUp ? green(`= audience ${count(stats.audience)}: it adds up`) : red(`audience ${count(stats.audience)}: IT DOES NOT ADD UP`)}`,
  );
}

const began = Date.now();
try {
  const ok = await main();
  if (exitAfter || !ok || !application) {
    await stop();
    say(dim(`\nFinished in ${seconds(Date.now() - began)}`));
    process.exit(ok ? 0 : 1);
  }
  say();
  say(`The app is at ${cyan(bold(application.url))}`);
  say(`  Login     ${DEMO_LOGIN.email}`);
  say(`  Password  ${DEMO_LOGIN.password}`);
  say(`  API docs  ${application.url}/api/swagger`);
  say('Ctrl-C stops everything; the data stays in .data for the next start.');
  say(dim('Sample: UCI Online Retail (CC BY 4.0); names, emails and phones are made up.'));
  application.web.child.once('exit', () => void (stopping ?? stop().then(() => process.exit(1))));
} catch (error) {
  if (!stopping) {
    say(red(error instanceof Error ? error.message : String(error)));
    await stop();
    process.exit(1);
  }
}
