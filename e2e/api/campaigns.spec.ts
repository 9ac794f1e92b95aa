import { z } from 'zod';
import { EVERYONE, ledgerSum } from '../fixtures/shop-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { pageOf } from './answers.ts';
import { expectProblem } from './problem.ts';

test.describe('campaigns', { tag: '@api' }, () => {
  test('launch once, stream their progress, and every recipient is accounted for', async ({
    api,
    account,
    baseURL,
  }) => {
    await api.addCustomers(120);
    await api.createCustomer({ email: 'nameless@example.com' });
    const audience = await api.createAudience('Everyone', EVERYONE);
    const campaign = await api.createCampaign({
      name: 'Spring',
      audienceId: audience.id,
      template: { subject: 'For {{ customer.name }}', body: 'Dear {{ name }}, hello' },
    });
    expect(campaign).toMatchObject({ status: 'DRAFT', stats: { audience: 0 } });
    const path = `/api/campaigns/${campaign.id}`;
    const named = await pageOf(await account.request.get('/api/customers?search=customer-7@'));
    const preview = await account.request.post(`${path}/preview`, {
      data: { customerId: named.items[0]?.id },
    });
    expect(await preview.json()).toMatchObject({
      subject: 'For Customer 7',
      body: expect.stringContaining('Dear Customer 7, hello'),
    });

    const events = streamEvents(account, baseURL, `/api/realtime/campaign/${campaign.id}`);
    const first = await events.next();
    expect(first.value).toMatchObject({ campaignId: campaign.id, status: 'DRAFT' });
    await api.launch(campaign.id);
    await expectProblem(await account.request.post(`${path}/launch`), 409, 'CONFLICT');

    let last: { status: string; stats: Record<string, number> } | undefined;
    let count = 0;
    for await (const data of events) {
      last = z.object({ status: z.string(), stats: z.record(z.string(), z.number()) }).parse(data);
      count += 1;
      if (/^COMPLETED/.test(last.status)) break;
    }
    expect(count).toBeGreaterThan(1);
    expect(last?.status).toBe('COMPLETED');

    const { status, stats } = await api.campaignWhen(campaign.id);
    expect(status).toBe('COMPLETED');
    expect(stats).toMatchObject({ audience: 121, skipped: 1, queued: 0, sending: 0, failed: 0 });
    expect(ledgerSum(stats)).toBe(121);
    expect(last?.stats).toEqual(stats);

    const messages = z
      .object({ items: z.array(z.object({ id: z.string() }).loose()), nextCursor: z.string().nullable() })
      .parse(await (await account.request.get(`${path}/messages?limit=500`)).json());
    expect(messages.items).toHaveLength(121);
    for (const item of messages.items)
      expect(item).toMatchObject({ customerId: expect.any(String), status: expect.any(String) });
    const skipped = await account.request.get(`${path}/messages?status=SKIPPED`);
    expect(await skipped.json()).toMatchObject({ items: [{ skipReason: 'MISSING_VARIABLE' }] });

    const message = messages.items.find((item) => item.status === 'DELIVERED');
    const delivery = await streamEvents(account, baseURL, `/api/realtime/delivery/${message?.id}`).next();
    expect(delivery.value).toMatchObject({ id: message?.id, status: 'DELIVERED' });

    await expectProblem(await account.request.post(`${path}/pause`), 409, 'CONFLICT');
    await expectProblem(await account.request.patch(path, { data: { name: 'Other' } }), 409, 'CONFLICT');
    await expectProblem(await account.request.delete(path), 409, 'CONFLICT');
    await expectProblem(await account.request.delete(`/api/audiences/${audience.id}`), 409, 'CONFLICT');
  });

  test('drafts are changed, tested and deleted; a template that cannot be read is refused', async ({
    api,
    account,
  }) => {
    await api.addCustomers(1);
    const { id: audienceId } = await api.createAudience('Everyone');
    const { id } = await api.createCampaign({ name: 'Draft', audienceId });
    const path = `/api/campaigns/${id}`;
    expect(await (await account.request.patch(path, { data: { name: 'Renamed' } })).json()).toMatchObject({
      id,
      name: 'Renamed',
      status: 'DRAFT',
    });
    const sent = await account.request.post(`${path}/test`, { data: { to: 'me@example.com' } });
    expect(await sent.json()).toMatchObject({ status: 'ACCEPTED' });
    const broken = await account.request.patch(path, { data: { template: { body: 'Hi {{ name' } } });
    const { errors } = await expectProblem(broken, 400, 'VALIDATION');
    expect(errors?.[0]?.path).toBe('template.body');
    expect((await pageOf(await account.request.get('/api/campaigns'))).items).toMatchObject([{ id }]);
    expect((await account.request.delete(path)).ok()).toBe(true);
    await expectProblem(await account.request.get(path), 404, 'NOT_FOUND');
  });
});

/** The data of Server-Sent Events as they come; ending the iteration closes the connection. */
async function* streamEvents(
  account: { request: { storageState(): Promise<{ cookies: { name: string; value: string }[] }> } },
  baseURL: string | undefined,
  path: string,
): AsyncGenerator<unknown> {
  const { cookies } = await account.request.storageState();
  const response = await fetch(`${baseURL}${path}`, {
    headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.+)$/m.exec(event)?.[1];
      if (data) yield JSON.parse(data);
    }
  }
}
