import { createReadStream } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importErrorsCsv } from '../src/features/imports/import-errors.service.ts';
import type { Import, ImportKind } from '../src/features/imports/imports.schema.ts';
import { getImport, startImport } from '../src/features/imports/imports.service.ts';
import { closeDatabase, collection, toObjectId } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { startWorker, type WorkerProcess } from './testing/worker-process.ts';

let caller: Caller;
let worker: WorkerProcess;
beforeAll(async () => {
  caller = await createTestWorkspace();
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop();
  await dropTestWorkspace(caller);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const text = (content: string | Buffer) =>
  (async function* () {
    yield Buffer.from(content);
  })();
async function importAll(kind: ImportKind, bytes: AsyncIterable<Buffer>): Promise<Import> {
  const { importId } = await startImport(caller, { kind, fileName: 'sample.csv', bytes });
  return finished(importId);
}
async function finished(importId: string): Promise<Import> {
  for (;;) {
    const state = await getImport(caller, importId);
    if (state.status !== 'QUEUED' && state.status !== 'RUNNING') return state;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const workspace = () => ({ workspaceId: toObjectId(caller.workspaceId) });

it('brings the sample shop in exactly, survives a killed worker, and a second run changes nothing', async () => {
  const customers = () => createReadStream('public/samples/online-retail-customers.csv');
  const orders = () => createReadStream('public/samples/online-retail-orders.csv');
  expect(await importAll('CUSTOMERS', customers())).toMatchObject({
    status: 'COMPLETED',
    counts: { rows: 4372, inserted: 4372, failed: 0 },
  });

  const { importId } = await startImport(caller, { kind: 'ORDERS', fileName: 'orders.csv', bytes: orders() });
  while ((await getImport(caller, importId)).counts.rows < 3_000)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await worker.kill();
  expect((await getImport(caller, importId)).status).toBe('RUNNING');
  worker = await startWorker();
  expect(await finished(importId)).toMatchObject({
    status: 'COMPLETED',
    counts: { rows: 22_190, inserted: 22_190, updated: 0, unchanged: 0, failed: 0, customersCreated: 0 },
  });

  const [truth] = await collection('orders')
    .aggregate([
      { $match: workspace() },
      {
        $group: {
          _id: null,
          n: { $sum: 1 },
          refunds: { $sum: { $cond: [{ $lt: ['$amount', 0] }, 1, 0] } },
          sum: { $sum: '$amount' },
        },
      },
    ])
    .toArray();
  let fileSum = 0;
  for await (const line of (await import('node:readline')).createInterface({ input: orders() })) {
    const amount = line.split(',')[2] ?? '';
    if (amount !== 'orderAmount') fileSum += Math.round(Number(amount) * 100);
  }
  expect({ n: truth?.n, refunds: truth?.refunds, sum: Number(truth?.sum) }).toEqual({
    n: 22_190,
    refunds: 3_654,
    sum: fileSum,
  });
  const [spend] = await collection('customers')
    .aggregate([{ $match: workspace() }, { $group: { _id: null, sum: { $sum: '$totalSpend' } } }])
    .toArray();
  expect(Number(spend?.sum)).toBe(fileSum);

  expect((await importAll('CUSTOMERS', customers())).counts).toMatchObject({
    rows: 4372,
    unchanged: 4372,
    inserted: 0,
    updated: 0,
  });
  expect((await importAll('ORDERS', orders())).counts).toMatchObject({
    rows: 22_190,
    unchanged: 22_190,
    inserted: 0,
    updated: 0,
  });
}, 180_000);

it('takes Latin-1, semicolons, any header order and case; one bad row stops nothing and comes back as CSV', async () => {
  const state = await importAll(
    'CUSTOMERS',
    text(
      Buffer.from(
        'NAME;Email;Segment\r\nZoë;zoe@example.org;"a\r\nb"\r\nBad;nobody;x\r\nÅsa;asa@example.org;=x\r\nLong;l@example.org;1;2\r\n',
        'latin1',
      ),
    ),
  );
  expect(state).toMatchObject({ status: 'COMPLETED', counts: { rows: 4, inserted: 2, failed: 2 } });
  const zoe = await collection('customers').findOne({ ...workspace(), email: 'zoe@example.org' });
  expect(zoe).toMatchObject({ name: 'Zoë', attributes: { Segment: 'a\nb' } });
  const csv = (await Array.fromAsync((await importErrorsCsv(caller, state.id)).pieces)).join('');
  expect(csv.split('\r\n')).toEqual([
    '\ufeffNAME,Email,Segment,row,error',
    'Bad,nobody,x,3,email is not an email address',
    expect.stringMatching(/^Long,l@example.org,"1,2",5,/),
    '',
  ]);
});

it('gives bad rows out so that a spreadsheet runs nothing, and takes them back as they were, however often', async () => {
  const badRows = async (state: Import) =>
    (await Array.fromAsync((await importErrorsCsv(caller, state.id)).pieces)).join('');
  const first = await importAll(
    'CUSTOMERS',
    text(`email,name,@handle,balance\nnobody,"=HYPERLINK(""x"")",'@ann,-12.50\nno-one,-Bo-,+44 20,1,9\n`),
  );
  expect(first.counts).toMatchObject({ rows: 2, failed: 2 });
  const csv = await badRows(first);
  expect(csv.split('\r\n').slice(0, 2)).toEqual([
    `\ufeffemail,name,"'@handle",balance,row,error`,
    `nobody,"'=HYPERLINK(""x"")","'@ann",-12.50,2,email is not an email address`,
  ]);

  const half = csv.replace('nobody', 'ann@example.net');
  const second = await importAll('CUSTOMERS', text(half));
  expect(second.counts).toMatchObject({ rows: 2, inserted: 1, failed: 1 });
  const ann = await collection('customers').findOne({ ...workspace(), email: 'ann@example.net' });
  expect(ann).toMatchObject({ name: '=HYPERLINK("x")' });
  expect(ann?.attributes).toEqual({ '@handle': '@ann', balance: -12.5 });
  const rest = await badRows(second);
  expect(rest).toContain(`\r\nno-one,"'-Bo-","'+44 20","1,9",3,`);

  const third = await importAll('CUSTOMERS', text(rest.replace('no-one', 'bo@example.net')));
  expect(third.counts).toMatchObject({ rows: 1, inserted: 1, failed: 0 });
  const bo = await collection('customers').findOne({ ...workspace(), email: 'bo@example.net' });
  expect(bo).toMatchObject({ name: '-Bo-' });
  expect(bo?.attributes).toEqual({ '@handle': '+44 20', balance: '1,9' });
});

it('makes customers of unknown addresses in orders, and counts them', async () => {
  const state = await importAll(
    'ORDERS',
    text(
      'orderId,customerEmail,orderAmount,orderDate\nN1,New.Person@example.org,10.00,2024-05-01\nN2,new.person@example.org,-4.00,2024-05-02\n',
    ),
  );
  expect(state.counts).toMatchObject({ inserted: 2, customersCreated: 1 });
  const created = await collection('customers').findOne({ ...workspace(), email: 'new.person@example.org' });
  expect(created).toMatchObject({ name: 'new.person', orderCount: 1 });
  expect(Number(created?.totalSpend)).toBe(600);
});

it.each([
  ['', /empty/],
  ['PK\x03\x04zip', /workbook/],
])('refuses %j at the door', async (content, message) => {
  await expect(
    startImport(caller, { kind: 'CUSTOMERS', fileName: 'x.csv', bytes: text(content) }),
  ).rejects.toThrow(message);
});

it('fails, with the reason, a file whose header cannot be used', async () => {
  expect(await importAll('ORDERS', text('email,total\na@example.org,1\n'))).toMatchObject({
    status: 'FAILED',
    error: expect.stringContaining('orderId, orderDate are missing'),
  });
});
