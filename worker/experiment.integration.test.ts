import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAudience } from '../src/features/audiences/audiences.service.ts';
import { createCampaignInput } from '../src/features/campaigns/campaigns.schema.ts';
import {
  createCampaign,
  getCampaign,
  launchCampaign,
  updateCampaign,
} from '../src/features/campaigns/campaigns.service.ts';
import { duplicateCampaign, resendFailed } from '../src/features/campaigns/copies.service.ts';
import { deliverBatch } from '../src/features/campaigns/engine/deliver.ts';
import { prepareCampaign } from '../src/features/campaigns/engine/prepare.ts';
import { flushProgress } from '../src/features/campaigns/engine/progress.ts';
import { placementOf } from '../src/features/campaigns/experiment.ts';
import type { MessageDocument } from '../src/features/campaigns/messages.repository.ts';
import { ledgerAddsUp } from '../src/features/campaigns/messages.schema.ts';
import { preflightCampaign, previewCampaign } from '../src/features/campaigns/preflight.service.ts';
import { suppressAddress } from '../src/features/suppressions/suppressions.service.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { type LoopbackVendor, startLoopbackVendor } from './testing/loopback-vendor.ts';
import { addCustomers } from './testing/shop.ts';

let vendor: LoopbackVendor;
let caller: Caller;
let audienceId: string;
beforeAll(async () => {
  vendor = await startLoopbackVendor();
  caller = await createTestWorkspace();
  await addCustomers(caller, 1_200);
  ({ id: audienceId } = await createAudience(caller, {
    name: 'Everyone',
    rules: { combinator: 'and', rules: [] },
  }));
});
afterAll(async () => {
  await flushProgress();
  await dropTestWorkspace(caller);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase(), vendor.close()]);
});

const draft = (experiment: object | null = EXPERIMENT) =>
  createCampaign(
    caller,
    createCampaignInput.parse({
      name: 'Sample',
      audienceId,
      template: { subject: 'First', body: 'A for {{ name }}' },
      experiment,
    }),
  );
const EXPERIMENT = {
  variants: [
    { key: 'B', share: 30, template: { subject: 'Second', body: 'B for {{ name }}' } },
    // A name for everybody, but a city for nobody.
    { key: 'C', share: 20, template: { body: 'C in {{ customer.city }}' } },
  ],
  holdout: 25,
};
const rowsOf = (id: string) =>
  collection<MessageDocument>('messages')
    .find({ campaignId: new ObjectId(id) })
    .toArray();

describe('a campaign with several texts and a holdout', () => {
  it('gives each their text and some none; a preparation that was killed and runs again changes nobody', async () => {
    vendor.reset();
    await suppressAddress(caller.workspaceId, 'customer-1@example.com', 'MANUAL');
    const { id } = await draft();
    const promised = await preflightCampaign(caller, id);
    await launchCampaign(caller, id);
    const payload = { workspaceId: caller.workspaceId, campaignId: id, epoch: 0 };
    // One page, then the process dies before it says how far it got.
    await prepareCampaign(payload, AbortSignal.abort());
    const before = new Map((await rowsOf(id)).map((row) => [row._id.toHexString(), row.variant]));
    await collection('campaigns').updateOne(
      { _id: new ObjectId(id) },
      { $set: { checkpoint: { lastCustomerId: null, batches: 0, done: false } } },
    );
    await prepareCampaign(payload, new AbortController().signal);
    const rows = await rowsOf(id);
    expect(rows).toHaveLength(1_200);
    for (const row of rows)
      if (before.has(row._id.toHexString())) expect(row.variant).toBe(before.get(row._id.toHexString()));

    const batches = new Set(rows.map((row) => row.batch));
    for (const batch of batches) await deliverBatch({ ...payload, batch });
    // Once more, as after a kill: nobody is sent to again, and nobody held out is sent to after all.
    for (const batch of batches) await deliverBatch({ ...payload, batch });

    const ended = await rowsOf(id);
    const campaign = { _id: new ObjectId(id), experiment: EXPERIMENT_STORED };
    const texts = new Map(vendor.asked.map((message) => [message.messageId, message.body]));
    expect(texts.size).toBe(vendor.asked.length);
    for (const row of ended) {
      const { variant, heldOut } = placementOf(campaign, row.customerId);
      const text = texts.get(row._id.toHexString());
      if (row.to === 'customer-1@example.com') expect(row.skipReason).toBe('SUPPRESSED');
      else if (variant === 'C')
        expect(row).toMatchObject({ status: 'SKIPPED', skipReason: 'MISSING_VARIABLE' });
      else if (heldOut) expect(row).toMatchObject({ status: 'SKIPPED', skipReason: 'HOLDOUT' });
      else expect(text).toBe(`${variant} for Customer ${row.to?.match(/\d+/)?.[0]}`);
      if (row.status === 'SKIPPED') expect(text).toBeUndefined();
      expect(row.variant ?? null).toBe(heldOut ? null : variant);
    }
    const { stats } = await getCampaign(caller, id);
    expect(ledgerAddsUp(stats)).toBe(true);
    expect(stats).toMatchObject({ audience: 1_200, sent: texts.size });

    expect(promised.recipients).toBe(texts.size);
    const counted = (key: string) =>
      ended.filter((row) => row.variant === key && row.status === 'SENT').length;
    expect(promised.variants).toEqual([
      { key: 'A', recipients: counted('A') },
      { key: 'B', recipients: counted('B') },
      { key: 'C', recipients: 0 },
    ]);
    expect(promised.skips.find(({ reason }) => reason === 'HOLDOUT')?.count).toBe(
      ended.filter(({ skipReason }) => skipReason === 'HOLDOUT').length,
    );
  });

  it('can be looked at text by text', async () => {
    const { id } = await draft();
    const subject = async (variant?: string) => (await previewCampaign(caller, { id, variant })).subject;
    expect(await subject()).toBe('First');
    expect(await subject('A')).toBe('First');
    expect(await subject('B')).toBe('Second');
    expect(await previewCampaign(caller, { id, variant: 'C' })).toMatchObject({ missing: ['customer.city'] });
    await expect(subject('D')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is changed as a whole, and taken off with null', async () => {
    const { id, experiment } = await draft();
    expect(experiment).toEqual(EXPERIMENT);
    const unreadable = {
      variants: [{ key: 'B' as const, share: 10, template: { body: '{{ name' } }],
      holdout: 0,
    };
    await expect(updateCampaign(caller, { id, experiment: unreadable })).rejects.toMatchObject({
      code: 'VALIDATION',
      errors: [{ path: 'experiment.variants.0.template.body' }],
    });
    expect((await updateCampaign(caller, { id, name: 'Other' })).experiment).toEqual(EXPERIMENT);
    expect(
      (await updateCampaign(caller, { id, experiment: { variants: [], holdout: 0 } })).experiment,
    ).toBeNull();
    expect((await updateCampaign(caller, { id, experiment: null })).experiment).toBeNull();
  });

  it('is copied; sent again it holds nobody out', async () => {
    const { id } = await draft();
    expect((await duplicateCampaign(caller, id)).experiment).toEqual(EXPERIMENT);
    await collection('campaigns').updateOne({ _id: new ObjectId(id) }, { $set: { status: 'COMPLETED' } });
    await collection<MessageDocument>('messages').insertOne({
      _id: new ObjectId(),
      workspaceId: new ObjectId(caller.workspaceId),
      campaignId: new ObjectId(id),
      customerId: new ObjectId(),
      batch: 0,
      to: 'customer-2@example.com',
      status: 'DEAD',
      attempts: 4,
      queuedAt: new Date(),
      updatedAt: new Date(),
    });
    expect((await resendFailed(caller, id)).experiment).toEqual({ ...EXPERIMENT, holdout: 0 });
  });
});

const EXPERIMENT_STORED = {
  holdout: EXPERIMENT.holdout,
  variants: EXPERIMENT.variants.map((v) => ({ ...v, template: { body: v.template.body } })),
};
