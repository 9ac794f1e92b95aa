import { randomUUID } from 'node:crypto';
import { type Client, clientFor, dataOf } from '../client/client.ts';
import { expect, test } from '../fixtures/test.ts';

// The whole job from outside, by nothing but the generated client: what its types say, the server does.

test.describe('a system with the generated client', { tag: '@api' }, () => {
  test('imports, asks for an audience, previews, launches, follows and reads the results', async ({
    integration,
    baseURL,
  }) => {
    const client = clientFor(baseURL ?? '', integration.key);
    const shop = randomUUID();
    const people = Array.from({ length: 20 }, (_, i) => `person-${i}-${shop}@example.com`);
    const csv = (header: string, rows: string[]) => [header, ...rows].join('\n');

    await imported(
      client,
      await client.POST('/customers/bulk-upload', {
        headers: { 'content-type': 'text/csv' },
        body: csv(
          'email,name,city',
          people.map((email, i) => `${email},Person ${i},${shop}`),
        ),
        bodySerializer: (body) => String(body),
      }),
      20,
    );
    await imported(
      client,
      await client.POST('/orders/bulk-upload', {
        headers: { 'content-type': 'text/csv' },
        body: csv(
          'orderId,customerEmail,orderAmount,orderDate',
          people.slice(0, 12).map((email, i) => `${shop}-${i},${email},100.50,2026-05-04`),
        ),
        bodySerializer: (body) => String(body),
      }),
      12,
    );

    const rules = {
      combinator: 'and',
      rules: [
        { field: 'city', operator: '=', value: shop },
        { field: 'totalSpend', operator: '>=', value: 100 },
      ],
    };
    const counted = dataOf(await client.POST('/audiences/preview', { body: { rules } }));
    expect(counted.count).toBe(12);
    expect(counted.sample[0]?.totalSpend).toBe(100.5);
    const audience = dataOf(await client.POST('/audiences', { body: { name: 'Spenders', rules } }));

    const draft = {
      name: 'Spring news',
      audienceId: audience.id,
      template: { subject: 'News', body: 'Hello {{ customer.name }}' },
    };
    const once = { header: { 'Idempotency-Key': `campaign-${shop}` } };
    const [first, again] = [
      await client.POST('/campaigns', { params: once, body: draft }),
      await client.POST('/campaigns', { params: once, body: draft }),
    ];
    const campaign = dataOf(first);
    expect(dataOf(again).id).toBe(campaign.id);
    expect(first.response.headers.get('location')).toBe(`/api/campaigns/${campaign.id}`);
    const path = { path: { id: campaign.id } };
    const shown = dataOf(await client.POST('/campaigns/{id}/preview', { params: path, body: {} }));
    expect(shown.body).toMatch(/^Hello Person \d+$/);

    const etag = first.response.headers.get('etag') ?? '';
    const rename = (name: string) =>
      client.PATCH('/campaigns/{id}', {
        params: { ...path, header: { 'If-Match': etag } },
        body: { name },
      });
    expect(dataOf(await rename('Summer news')).name).toBe('Summer news');
    const late = await rename('Autumn news');
    expect(late.response.status).toBe(412);
    expect(late.error).toMatchObject({ code: 'PRECONDITION_FAILED' });

    dataOf(await client.POST('/campaigns/{id}/launch', { params: path }));
    const twice = await client.POST('/campaigns/{id}/launch', { params: path });
    expect(twice.response.status).toBe(409);
    await ended(client, campaign.id);

    const { stats } = dataOf(await client.GET('/campaigns/{id}', { params: path }));
    expect(stats).toMatchObject({ audience: 12, queued: 0, sending: 0 });
    expect(
      stats.sent + stats.delivered + stats.bounced + stats.failed + stats.skipped + stats.cancelled,
    ).toBe(12);

    const page = dataOf(
      await client.GET('/campaigns/{id}/messages', { params: { ...path, query: { limit: 500 } } }),
    );
    expect(page.items).toHaveLength(12);
    const [delivered] = page.items.filter(({ status }) => status === 'DELIVERED');
    // The vendor speaks again: a reader opened it. With a key no signature is needed.
    const told = await client.POST('/webhooks/delivery-receipts', {
      params: { header: { 'webhook-id': `msg_${shop}` } },
      body: {
        messageId: delivered?.id ?? '',
        vendorMessageId: delivered?.vendorMessageId ?? 'none',
        status: 'DELIVERED',
        timestamp: new Date().toISOString(),
        event: 'OPENED',
      },
    });
    expect(dataOf(told).accepted).toBe(1);
    await expect
      .poll(async () => {
        const { items } = dataOf(
          await client.GET('/campaigns/{id}/messages', { params: { ...path, query: { limit: 500 } } }),
        );
        return items.find(({ id }) => id === delivered?.id)?.openedAt;
      })
      .toBeTruthy();

    const few = await client.GET('/customers', {
      params: { query: { limit: 2, fields: ['id', 'email'] } },
    });
    for (const item of dataOf(few).items) expect(Object.keys(item).toSorted()).toEqual(['email', 'id']);
  });
});

/** Waits for an import's end. */
async function imported(
  client: Client,
  answer: { data?: { importId: string }; error?: unknown },
  inserted: number,
): Promise<void> {
  const { importId } = dataOf(answer);
  const state = async () => dataOf(await client.GET('/imports/{id}', { params: { path: { id: importId } } }));
  await expect.poll(async () => (await state()).status).toBe('COMPLETED');
  expect((await state()).counts).toMatchObject({ rows: inserted, inserted, failed: 0 });
}

/** Follows a campaign by its events until it has ended. */
async function ended(client: Client, campaignId: string): Promise<void> {
  const { data } = await client.GET('/realtime/campaign/{campaignId}', {
    params: { path: { campaignId } },
    parseAs: 'stream',
  });
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of data ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (/"status":"(COMPLETED|COMPLETED_WITH_FAILURES)"/.test(text)) return;
  }
  throw new Error(`The events ended before the campaign did: ${text.slice(-500)}`);
}
