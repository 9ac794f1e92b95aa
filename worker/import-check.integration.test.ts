import { createReadStream } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getSource, startChecked } from '../src/features/imports/checked-imports.service.ts';
import { listImportErrors } from '../src/features/imports/import-errors.service.ts';
import {
  cancelImport,
  getImport,
  listImports,
  recallMapping,
  startImport,
  sweepImportFiles,
} from '../src/features/imports/imports.service.ts';
import type { Mapping } from '../src/features/imports/mapping.schema.ts';
import { closeDatabase, collection, toObjectId } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { bytesOf, importEnd, importText, importWhen, shopOf } from './testing/importing.ts';
import { startWorker, type WorkerProcess } from './testing/worker-process.ts';

let caller: Caller;
let worker: WorkerProcess;
beforeAll(async () => {
  worker = await startWorker();
});
beforeEach(async () => {
  caller = await createTestWorkspace();
});
afterEach(() => dropTestWorkspace(caller));
afterAll(async () => {
  await worker.stop();
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const dryRun = { dryRun: true };
const files = () =>
  collection('importFiles.files').countDocuments({ 'metadata.workspaceId': toObjectId(caller.workspaceId) });

const MAIL: Mapping = [
  { column: 'Wer', target: 'email' },
  { column: 'Vorname', target: 'firstName' },
  { column: 'Nachname', target: 'lastName' },
  { column: 'Seit', target: 'attribute', name: 'since', type: 'date', dates: 'dmy' },
  { column: 'Punkte', target: 'attribute', name: 'points', type: 'number', decimal: 'comma' },
  { column: 'Werbung', target: 'attribute', name: 'news', type: 'boolean' },
];
const MAIL_FILE = [
  'Wer;Vorname;Nachname;Seit;Punkte;Werbung;Geheim',
  'ann@example.com;Ann;Lee;1.2.2024;1.234,5;yes;x',
  'bo@example.com;;Ray;31.12.2023;7;0;x',
  'cy@example.com;Cy;;gestern;7;no;x',
].join('\n');

describe('a mapping', () => {
  it('makes customers of any columns, with attributes of their type; a cell that does not fit is a bad row', async () => {
    const state = await importText(caller, 'CUSTOMERS', MAIL_FILE, { mapping: MAIL });
    expect(state.counts).toMatchObject({ rows: 3, inserted: 2, failed: 1 });
    expect((await shopOf(caller)).customers).toMatchObject([
      { name: 'Ann Lee', attributes: { since: '2024-02-01', points: 1234.5, news: true } },
      { name: 'Ray', attributes: { since: '2023-12-31', points: 7, news: false } },
    ]);
    const [error] = await listImportErrors(caller, state.id, 10);
    expect(error?.error).toBe('Seit: “gestern” is not a date such as 31/12/2024 or 31/12/2024 10:30');
  });

  it('is remembered for the next file with these columns, by this workspace alone', async () => {
    await importText(caller, 'CUSTOMERS', MAIL_FILE, { mapping: MAIL });
    const header = ['Wer', 'Vorname', 'Nachname', 'Seit', 'Punkte', 'Werbung', 'Geheim'];
    expect(await recallMapping(caller, { kind: 'CUSTOMERS', header })).toEqual([
      ...MAIL,
      { column: 'Geheim', target: 'ignore' },
    ]);
    expect(await recallMapping(caller, { kind: 'ORDERS', header })).toBeNull();
    expect(await recallMapping(caller, { kind: 'CUSTOMERS', header: header.slice(1) })).toBeNull();
    const stranger = await createTestWorkspace();
    expect(await recallMapping(stranger, { kind: 'CUSTOMERS', header })).toBeNull();
    await dropTestWorkspace(stranger);
  });

  it.each([
    ['a column the file does not have', [{ column: 'Mail', target: 'email' }], /no column “Mail”.*Wer/],
    ['two columns for one field', [MAIL[0], { column: 'Seit', target: 'email' }], /Seit: “Wer” is the email/],
    ['no column for the email', [{ column: 'Seit', target: 'city' }], /holds: Email/],
    ['a field of orders', [MAIL[0], { column: 'Seit', target: 'orderDate' }], /nothing that customers have/],
  ] as [string, Mapping, RegExp][])(
    'with %s is refused, and nothing of the file stays',
    async (_, mapping, words) => {
      const upload = { kind: 'CUSTOMERS' as const, fileName: 'x.csv', bytes: bytesOf(MAIL_FILE) };
      await expect(startImport(caller, upload, { mapping })).rejects.toMatchObject({
        code: 'VALIDATION',
        message: expect.stringMatching(words),
        errors: expect.arrayContaining([
          expect.objectContaining({ path: expect.stringMatching(/^mapping/) }),
        ]),
      });
      expect((await listImports(caller, { limit: 5 })).items).toEqual([]);
      expect(await files()).toBe(0);
    },
  );
});

describe('a check', () => {
  it('counts what the import then does, and writes nothing; the import needs no second upload', async () => {
    await importText(caller, 'CUSTOMERS', 'email,name\nann@example.com,Ann\nbo@example.com,Bo\n');
    await importText(
      caller,
      'ORDERS',
      'orderId,customerEmail,orderAmount,orderDate\nN1,ann@example.com,1.00,2024-01-01\nN2,ann@example.com,1.00,2024-01-01\n',
    );
    const before = await shopOf(caller);
    // Two batches that repeat each other's rows, with every outcome there is.
    const fresh = Array.from({ length: 1_200 }, (_, i) => `F${i},new-${i % 700}@example.com,5.00,2024-02-01`);
    const file = [
      'orderId,customerEmail,orderAmount,orderDate',
      'N1,ann@example.com,1.00,2024-01-01',
      'N2,bo@example.com,2.00,2024-01-01',
      ...fresh,
      'F0,new-0@example.com,5.00,2024-02-01',
      'F1,new-1@example.com,6.00,2024-02-01',
      'N2,bo@example.com,2.00,2024-01-01',
      'N3,nobody,2.00,2024-01-01',
      'N4,ann@example.com,much,2024-01-01',
    ].join('\n');
    const check = await importText(caller, 'ORDERS', file, dryRun);
    expect(check).toMatchObject({
      status: 'COMPLETED',
      dryRun: true,
      progress: 1,
      counts: {
        rows: 1_207,
        inserted: 1_200,
        updated: 2,
        unchanged: 3,
        failed: 2,
        customersCreated: 700,
      },
    });
    expect(await shopOf(caller)).toEqual(before);
    expect((await listImportErrors(caller, check.id, 10)).map((e) => e.row)).toEqual([1_207, 1_208]);

    const started = await startChecked(caller, { id: check.id });
    expect(started).toMatchObject({ dryRun: false, sourceId: check.id, fileName: 'sample.csv' });
    expect((await importEnd(caller, started.id)).counts).toEqual(check.counts);
    // The file goes once the import is over.
    await expect.poll(files).toBe(0);
    await expect(startChecked(caller, { id: check.id })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await getSource(caller, check.id)).toMatchObject({ state: 'STARTED', startedId: started.id });
  });

  it('is started once, whoever asks at the same time', async () => {
    const check = await importText(caller, 'CUSTOMERS', 'email\nann@example.com\n', dryRun);
    const answers = await Promise.allSettled([
      startChecked(caller, { id: check.id }),
      startChecked(caller, { id: check.id }),
    ]);
    const [good, ...others] = answers.flatMap((a) => (a.status === 'fulfilled' ? [a.value] : []));
    expect(others).toEqual([]);
    expect((await importEnd(caller, good?.id ?? '')).counts.inserted).toBe(1);
  });

  it('of a file that is not understood shows its columns, and goes on with a mapping', async () => {
    const check = await importText(caller, 'CUSTOMERS', MAIL_FILE, dryRun);
    expect(check).toMatchObject({ status: 'FAILED', error: expect.stringContaining('email is missing') });
    expect(await getSource(caller, check.id)).toMatchObject({
      state: 'READY',
      header: ['Wer', 'Vorname', 'Nachname', 'Seit', 'Punkte', 'Werbung', 'Geheim'],
      rows: [['ann@example.com', 'Ann', 'Lee', '1.2.2024', '1.234,5', 'yes', 'x'], {}, {}],
      mapping: null,
    });
    await expect(
      startChecked(caller, { id: check.id, mapping: [{ column: 'Mail', target: 'email' }] }),
    ).rejects.toMatchObject({ code: 'VALIDATION' });
    const again = await startChecked(caller, { id: check.id, mapping: MAIL, dryRun: true });
    expect(await importEnd(caller, again.id)).toMatchObject({
      dryRun: true,
      status: 'COMPLETED',
      counts: { inserted: 2, failed: 1 },
    });
    const started = await startChecked(caller, { id: again.id });
    expect((await importEnd(caller, started.id)).counts).toMatchObject({ inserted: 2, failed: 1 });
    // The first check of the file knows of it as well as the second.
    expect(await getSource(caller, check.id)).toMatchObject({ state: 'STARTED', startedId: started.id });
  });

  it('begins anew after a killed worker, and counts every row once', async () => {
    const { importId } = await startImport(
      caller,
      {
        kind: 'ORDERS',
        fileName: 'orders.csv',
        bytes: createReadStream('public/samples/online-retail-orders.csv'),
      },
      dryRun,
    );
    await importWhen(caller, importId, ({ counts }) => counts.rows >= 2_000);
    await worker.kill();
    expect((await getImport(caller, importId)).status).toBe('RUNNING');
    worker = await startWorker();
    expect(await importEnd(caller, importId)).toMatchObject({
      status: 'COMPLETED',
      counts: {
        rows: 22_190,
        inserted: 22_190,
        updated: 0,
        unchanged: 0,
        failed: 0,
        customersCreated: 4_372,
      },
    });
    expect(await shopOf(caller)).toEqual({ customers: [], orders: [] });
  }, 120_000);

  it('that is cancelled keeps its file for a day; nobody else may start it', async () => {
    const { importId } = await startImport(
      caller,
      {
        kind: 'ORDERS',
        fileName: 'orders.csv',
        bytes: createReadStream('public/samples/online-retail-orders.csv'),
      },
      dryRun,
    );
    await expect(startChecked(caller, { id: importId })).rejects.toThrow(/still being checked/);
    await cancelImport(caller, importId);
    const stranger = await createTestWorkspace();
    await expect(startChecked(stranger, { id: importId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getSource(stranger, importId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await dropTestWorkspace(stranger);
    await sweepImportFiles();
    expect(await files()).toBe(1);
    await sweepImportFiles(new Date(Date.now() + 86_400_000 + 60_000));
    expect(await files()).toBe(0);
    expect(await getSource(caller, importId)).toMatchObject({ state: 'GONE' });
    await expect(startChecked(caller, { id: importId })).rejects.toThrow(/Upload it again/);
  });

  it('is told apart in the history, which can be narrowed', async () => {
    await importText(caller, 'CUSTOMERS', 'email\nann@example.com\n', dryRun);
    await importText(caller, 'ORDERS', 'nothing\nof use\n');
    const list = async (only: object) =>
      (await listImports(caller, { limit: 10, ...only })).items.map((i) => `${i.kind} ${i.status}`);
    expect(await list({})).toEqual(['ORDERS FAILED', 'CUSTOMERS COMPLETED']);
    expect(await list({ dryRun: 'true' })).toEqual(['CUSTOMERS COMPLETED']);
    expect(await list({ dryRun: 'false' })).toEqual(['ORDERS FAILED']);
    expect(await list({ status: 'FAILED' })).toEqual(['ORDERS FAILED']);
    expect(await list({ kind: 'CUSTOMERS', search: 'SAMPLE.c' })).toEqual(['CUSTOMERS COMPLETED']);
    expect(await list({ search: 'sample.*' })).toEqual([]);
  });
});
