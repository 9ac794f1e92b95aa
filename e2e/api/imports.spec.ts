import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ShopApi } from '../fixtures/shop-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { pageOf, uniqueEmail } from './answers.ts';
import { expectProblem } from './problem.ts';

test.describe('imports', { tag: '@api' }, () => {
  const IMPORT = z.object({ importId: z.string() });

  test('take multipart and text/csv, and give the bad rows back', async ({ external }) => {
    const api = new ShopApi(external);
    const one = uniqueEmail();
    const multipart = await external.post('/api/customers/bulk-upload', {
      multipart: {
        file: {
          name: 'people.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(`Email,Name,Favourite\n${one},Anna,blue\nnobody,Bad,=1+1\n`),
        },
      },
    });
    expect(multipart.status()).toBe(202);
    const { importId } = IMPORT.parse(await multipart.json());
    expect(await api.importEnd(importId)).toMatchObject({
      status: 'COMPLETED',
      counts: { rows: 2, inserted: 1, updated: 0, unchanged: 0, failed: 1 },
    });

    const errors = await external.get(`/api/imports/${importId}/errors`);
    expect(errors.headers()['content-type']).toMatch(/^text\/csv/);
    expect(errors.headers()['content-disposition']).toContain('attachment');
    const [header, row] = (await errors.text()).split('\r\n');
    // With a byte order mark, which Excel needs to read it as UTF-8.
    expect(header).toBe('\ufeffEmail,Name,Favourite,row,error');
    expect(row).toMatch(/^nobody,Bad,"'=1\+1",3,./);

    const orders = await external.post('/api/orders/bulk-upload', {
      headers: { 'content-type': 'text/csv' },
      data: `orderId,customerEmail,orderAmount,orderDate\n${randomUUID()},${one},5.25,2026-02-01T10:00:00Z\n`,
    });
    expect(orders.status()).toBe(202);
    expect(await api.importEnd(IMPORT.parse(await orders.json()).importId)).toMatchObject({
      status: 'COMPLETED',
      counts: { rows: 1, inserted: 1, failed: 0 },
    });
    const found = await pageOf(await external.get(`/api/customers?search=${one}`));
    expect(found.items).toMatchObject([{ totalSpend: 5.25, attributes: { Favourite: 'blue' } }]);
  });

  test('of the same file again change nothing', async ({ external }) => {
    const api = new ShopApi(external);
    const csv = `orderId,customerEmail,orderAmount,orderDate\n${randomUUID()},${uniqueEmail()},10,2026-01-01\n`;
    expect((await api.importCsv('orders', csv)).counts).toMatchObject({ inserted: 1, unchanged: 0 });
    expect((await api.importCsv('orders', csv)).counts).toMatchObject({ inserted: 0, unchanged: 1 });
  });

  test('without a file, or with an empty one, are refused', async ({ external }) => {
    await expectProblem(
      await external.post('/api/customers/bulk-upload', { multipart: { note: 'no file' } }),
      400,
      'VALIDATION',
    );
    const empty = { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) };
    await expectProblem(
      await external.post('/api/customers/bulk-upload', { multipart: { file: empty } }),
      400,
      'VALIDATION',
    );
  });
});
