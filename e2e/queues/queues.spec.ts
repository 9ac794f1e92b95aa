import { expect, test } from '../fixtures/test.ts';

// The queues are shared with every other test that runs now: only maintenance, for which nobody waits, is touched,
// by one test after the other.
test.describe.configure({ mode: 'default' });

test('an administrator watches the queues, pauses and resumes one', { tag: '@journey' }, async ({
  app,
  api,
}) => {
  const { page, shell } = app;
  await page.goto('/dashboard');
  await shell.goTo('Queues');
  await expect(shell.heading('Queues')).toBeVisible();
  for (const name of ['Imports', 'Campaigns', 'Delivery', 'Receipts', 'Vendor simulator', 'Maintenance'])
    await expect(page.getByRole('region', { name, exact: true }).getByText('jobs/s')).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  // The figures move by themselves.
  const imports = page.getByRole('region', { name: 'Imports', exact: true });
  const done = async () =>
    Number(
      /In the last hour ([\d,]+) job/
        .exec((await imports.getByRole('img').getAttribute('aria-label')) ?? '')?.[1]
        ?.replaceAll(',', ''),
    );
  const before = await done();
  await api.addCustomers(2);
  await expect.poll(done).toBeGreaterThan(before);

  const maintenance = page.getByRole('region', { name: 'Maintenance', exact: true });
  await page.getByRole('button', { name: 'Pause Maintenance' }).click();
  const question = page.getByRole('dialog', { name: 'Pause maintenance for every workspace?' });
  await expect(question).toContainText('stays paused until somebody resumes it');
  await question.getByRole('button', { name: 'Pause queue' }).click();
  try {
    await expect(maintenance.getByText('Paused', { exact: true })).toBeVisible();
    await expect(page.getByText('Paused for every workspace')).toBeVisible();
  } finally {
    await page.getByRole('button', { name: 'Resume Maintenance' }).click();
  }
  await expect(page.getByRole('button', { name: 'Pause Maintenance' })).toBeVisible();
  await expect(maintenance.getByText('Paused', { exact: true })).toBeHidden();

  await page.getByRole('button', { name: 'More for Maintenance' }).click();
  await page.getByRole('menuitem', { name: 'Drain' }).click();
  const drain = page.getByRole('dialog', { name: 'Drain maintenance?' });
  await expect(drain).toContainText('Nothing is lost');
  await drain.getByRole('button', { name: 'Drain queue' }).click();
  await expect(page.getByText(/^\d+ jobs? removed$/)).toBeVisible();
  await expect(drain).toBeHidden();

  // What nobody could bring back cannot be drained.
  await page.getByRole('button', { name: 'More for Receipts' }).click();
  await expect(page.getByRole('menuitem', { name: /^Drain/ })).toBeDisabled();
});

test('the queues over the API: paused, resumed, cleaned', { tag: '@api' }, async ({
  external,
  integration,
  request,
}) => {
  const queue = 'maintenance';
  try {
    const paused = await external.post('/api/queue/pause', { data: { queue } });
    expect(paused.status(), await paused.text()).toBe(200);
    expect(await paused.json()).toMatchObject({ name: queue, paused: true });
  } finally {
    const resumed = await external.post('/api/queue/resume', { data: { queue } });
    expect(await resumed.json()).toMatchObject({ name: queue, paused: false });
  }
  const { queues } = await (await external.get('/api/queue/status')).json();
  for (const entry of queues)
    expect(entry).toMatchObject({ perSecond: expect.any(Number), name: expect.any(String) });

  const cleaned = await external.delete('/api/queue/status?action=clean-completed,drain&queue=maintenance');
  expect(await cleaned.json()).toEqual({ removed: expect.any(Number) });
  expect((await external.delete('/api/queue/status?action=drain&queue=receipts')).status()).toBe(422);
  expect((await external.delete('/api/queue/status?action=drain,burn')).status()).toBe(400);
  expect((await external.post('/api/queue/pause', { data: { queue: 'none' } })).status()).toBe(400);
  expect(await (await external.get(`/api/queue/failed?queue=${queue}&limit=5`)).json()).toMatchObject({
    items: expect.any(Array),
  });

  const headers = { authorization: `Bearer ${await integration.keyFor('queue:read')}` };
  expect((await request.get('/api/queue/status', { headers })).status()).toBe(200);
  for (const refused of [
    await request.post('/api/queue/pause', { headers, data: { queue } }),
    await request.delete('/api/queue/status?action=drain', { headers }),
    await request.get(`/api/queue/failed?queue=${queue}`, { headers }),
  ])
    expect(refused.status()).toBe(403);
});
