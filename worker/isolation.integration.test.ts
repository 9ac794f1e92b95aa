import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter, createCaller } from '../src/api/root.ts';
import { markDead } from '../src/features/campaigns/messages.repository.ts';
import { startImport } from '../src/features/imports/imports.service.ts';
import type { FirstSteps } from '../src/features/onboarding/onboarding.schema.ts';
import { closeDatabase, collection } from '../src/server/db.ts';
import type { Caller } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import { addCustomers, draftCampaign } from './testing/shop.ts';

// Every procedure there is, asked by a workspace about the things of another one.

let owner: Caller;
let stranger: Caller;
type Api = ReturnType<typeof createCaller>;
let asOwner: Api;
let asStranger: Api;
let things: Record<
  | 'customer'
  | 'audience'
  | 'campaign'
  | 'launched'
  | 'message'
  | 'import'
  | 'vendor'
  | 'apiKey'
  | 'deadLetter'
  | 'suppression'
  | 'erased'
  | 'invitation'
  | 'endpoint'
  | 'delivery'
  | 'order'
  | 'view'
  | 'deletedView'
  | 'tagChange',
  string
>;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  asOwner = createCaller({ caller: owner, requestId: 'owner' });
  asStranger = createCaller({ caller: stranger, requestId: 'stranger' });
  await addCustomers(owner, 2);
  const [customer] = (await asOwner.customers.list({})).items;
  const draft = await draftCampaign(owner);
  const launched = await draftCampaign(owner);
  const order = await asOwner.orders.create({
    orderId: 'A1',
    customerEmail: customer?.email ?? '',
    orderAmount: 10,
    orderDate: '2011-12-09',
  });
  const bytes = (async function* () {
    yield Buffer.from('email\nann@example.com\n');
  })();
  const { importId } = await startImport(
    owner,
    { kind: 'CUSTOMERS', fileName: 'sample.csv', bytes },
    { mapping: [{ column: 'email', target: 'email' }] },
  );
  const message = {
    _id: new ObjectId(),
    workspaceId: new ObjectId(owner.workspaceId),
    campaignId: new ObjectId(launched.id),
    customerId: new ObjectId(customer?.id),
    attempts: 1,
  };
  await collection('messages').insertOne({
    ...message,
    batch: 0,
    to: 'a@example.com',
    status: 'SENT',
    queuedAt: new Date(),
    updatedAt: new Date(),
  });
  await markDead([{ message, reason: 'refused', payload: { to: 'a@example.com' } }]);
  const [letter] = (await asOwner.deadLetters.list({})).items;
  const [vendor] = await asOwner.vendors.list();
  const key = await asOwner.apiKeys.create({ name: 'Sample', scopes: ['customers:read'] });
  const suppression = await asOwner.suppressions.create({ address: 'no-more@example.com' });
  const erased = await asOwner.privacy.eraseAddress({ email: 'erased@example.com' });
  const invitation = await asOwner.invitations.create({ role: 'VIEWER' });
  const endpoint = await asOwner.webhooks.create({
    url: 'https://hooks.invalid/in',
    events: ['campaign.completed'],
  });
  await asOwner.webhooks.test({ id: endpoint.id });
  const [delivery] = (await asOwner.webhooks.deliveries({ id: endpoint.id })).items;
  const view = await asOwner.savedViews.create({ list: 'customers', name: 'View', state: {} });
  const deletedView = await asOwner.savedViews.create({ list: 'customers', name: 'Deleted', state: {} });
  await asOwner.savedViews.delete({ id: deletedView.id });
  const tagChange = await asOwner.tagChanges.start({ target: { filter: {} }, add: ['tag'] });
  things = {
    view: view.id,
    deletedView: deletedView.id,
    tagChange: tagChange.id,
    endpoint: endpoint.id,
    delivery: delivery?.id ?? '',
    erased: erased.id,
    invitation: invitation.id,
    suppression: suppression.id,
    order: order.id,
    customer: customer?.id ?? '',
    audience: draft.audienceId,
    campaign: draft.id,
    launched: launched.id,
    message: message._id.toHexString(),
    import: importId,
    vendor: vendor?.id ?? '',
    apiKey: key.id,
    deadLetter: letter?.id ?? '',
  };
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(owner), dropTestWorkspace(stranger)]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const everyone = { combinator: 'and', rules: [] };
const template = { body: 'Hello' };
const mailServer = {
  kind: 'SMTP' as const,
  name: 'Mine',
  settings: { host: 'smtp.example.com', fromAddress: 'shop@example.com' },
};
/** The first thing a subscription says, or what it throws. */
async function firstOf(events: Promise<AsyncIterable<unknown>>): Promise<unknown> {
  for await (const event of await events) return event;
}

/** By procedure: what refuses the stranger with NOT_FOUND … */
const refused: Record<string, (api: Api) => Promise<unknown>> = {
  'audiences.ofCustomer': (api) => api.audiences.ofCustomer({ customerId: things.customer }),
  'imports.ofCustomer': (api) => api.imports.ofCustomer({ customerId: things.customer }),
  'savedViews.update': (api) => api.savedViews.update({ id: things.view, name: 'Mine' }),
  'savedViews.delete': (api) => api.savedViews.delete({ id: things.view }),
  'savedViews.restore': (api) => api.savedViews.restore({ id: things.deletedView }),
  'savedViews.setDefault': (api) => api.savedViews.setDefault({ list: 'customers', id: things.view }),
  'tagChanges.cancel': (api) => api.tagChanges.cancel({ id: things.tagChange }),
  'tagChanges.undo': (api) => api.tagChanges.undo({ id: things.tagChange }),
  'tagChanges.onProgress': (api) => firstOf(api.tagChanges.onProgress({ id: things.tagChange })),
  'apiKeys.revoke': (api) => api.apiKeys.revoke({ id: things.apiKey }),
  'audiences.get': (api) => api.audiences.get({ id: things.audience }),
  'audiences.update': (api) => api.audiences.update({ id: things.audience, name: 'Mine' }),
  'audiences.delete': (api) => api.audiences.delete({ id: things.audience }),
  'audiences.customers': (api) => api.audiences.customers({ id: things.audience }),
  'audiences.count': (api) => api.audiences.count({ id: things.audience }),
  'audiences.explain': (api) => api.audiences.explain({ id: things.audience, customerId: things.customer }),
  'audiences.explainRules': (api) =>
    api.audiences.explainRules({ rules: everyone, customerId: things.customer }),
  'audiences.usage': (api) => api.audiences.usage({ id: things.audience }),
  'audiences.history': (api) => api.audiences.history({ id: things.audience }),
  'audiences.takeSnapshot': (api) => api.audiences.takeSnapshot({ id: things.audience }),
  'audiences.onSnapshot': (api) => firstOf(api.audiences.onSnapshot({ id: things.audience })),
  'audiences.overlap': (api) => api.audiences.overlap({ rules: everyone, audienceId: things.audience }),
  'campaigns.create': (api) => api.campaigns.create({ name: 'x', audienceId: things.audience, template }),
  'campaigns.get': (api) => api.campaigns.get({ id: things.campaign }),
  'campaigns.update': (api) => api.campaigns.update({ id: things.campaign, name: 'Mine' }),
  'campaigns.delete': (api) => api.campaigns.delete({ id: things.campaign }),
  'campaigns.launch': (api) => api.campaigns.launch({ id: things.campaign }),
  'campaigns.confirm': (api) => api.campaigns.confirm({ id: things.launched }),
  'campaigns.duplicate': (api) => api.campaigns.duplicate({ id: things.campaign }),
  'campaigns.resendFailed': (api) => api.campaigns.resendFailed({ id: things.launched }),
  'campaigns.pause': (api) => api.campaigns.pause({ id: things.launched }),
  'campaigns.resume': (api) => api.campaigns.resume({ id: things.launched }),
  'campaigns.cancel': (api) => api.campaigns.cancel({ id: things.launched }),
  'campaigns.writeSummary': (api) => api.campaigns.writeSummary({ id: things.launched }),
  'campaigns.setTags': (api) => api.campaigns.setTags({ id: things.campaign, tags: ['sale'] }),
  'campaigns.preview': (api) => api.campaigns.preview({ id: things.campaign }),
  'campaigns.previewDraft': (api) => api.campaigns.previewDraft({ audienceId: things.audience, template }),
  'campaigns.preflight': (api) => api.campaigns.preflight({ id: things.campaign }),
  'campaigns.test': (api) => api.campaigns.test({ id: things.campaign, to: 'me@example.com' }),
  'campaigns.messages': (api) => api.campaigns.messages({ id: things.launched }),
  'campaigns.logReasons': (api) => api.campaigns.logReasons({ id: things.launched }),
  'campaigns.results': (api) => api.campaigns.results({ id: things.launched }),
  'campaigns.messageTimeline': (api) => api.campaigns.messageTimeline({ id: things.message }),
  'campaigns.whyRecipient': (api) =>
    api.campaigns.whyRecipient({ id: things.launched, customerId: things.customer }),
  'campaigns.skips': (api) => api.campaigns.skips({ id: things.launched }),
  'campaigns.onProgress': (api) => firstOf(api.campaigns.onProgress({ id: things.launched })),
  'customers.get': (api) => api.customers.get({ id: things.customer }),
  'customers.update': (api) => api.customers.update({ id: things.customer, name: 'Mine' }),
  'customers.delete': (api) => api.customers.delete({ id: things.customer }),
  'deadLetters.get': (api) => api.deadLetters.get({ id: things.deadLetter }),
  'imports.get': (api) => api.imports.get({ id: things.import }),
  'imports.cancel': (api) => api.imports.cancel({ id: things.import }),
  'imports.start': (api) => api.imports.start({ id: things.import }),
  'imports.undo': (api) => api.imports.undo({ id: things.import }),
  'imports.source': (api) => api.imports.source({ id: things.import }),
  'imports.rowErrors': (api) => api.imports.rowErrors({ id: things.import }),
  'imports.onProgress': (api) => firstOf(api.imports.onProgress({ id: things.import })),
  'privacy.eraseCustomer': (api) => api.privacy.eraseCustomer({ id: things.customer }),
  'privacy.erasure': (api) => api.privacy.erasure({ id: things.erased }),
  'privacy.lift': (api) => api.privacy.lift({ email: 'erased@example.com' }),
  'members.changeRole': (api) => api.members.changeRole({ userId: owner.userId ?? '', role: 'VIEWER' }),
  'members.remove': (api) => api.members.remove({ userId: owner.userId ?? '' }),
  'members.transfer': (api) =>
    api.members.transfer({ userId: owner.userId ?? '', confirmName: 'Sample workspace' }),
  'invitations.resend': (api) => api.invitations.resend({ id: things.invitation }),
  'invitations.revoke': (api) => api.invitations.revoke({ id: things.invitation }),
  'orders.get': (api) => api.orders.get({ id: things.order }),
  'suppressions.get': (api) => api.suppressions.get({ id: things.suppression }),
  'suppressions.delete': (api) => api.suppressions.delete({ id: things.suppression }),
  'vendors.get': (api) => api.vendors.get({ id: things.vendor }),
  'vendors.update': (api) => api.vendors.update({ ...mailServer, id: things.vendor }),
  'vendors.usage': (api) => api.vendors.usage({ id: things.vendor }),
  'vendors.delete': (api) => api.vendors.delete({ id: things.vendor }),
  'vendors.patch': (api) => api.vendors.patch({ id: things.vendor, name: 'Mine' }),
  'vendors.rotateReceiptSecret': (api) => api.vendors.rotateReceiptSecret({ id: things.vendor }),
  'vendors.retireReceiptSecrets': (api) => api.vendors.retireReceiptSecrets({ id: things.vendor }),
  'vendors.test': (api) => api.vendors.test({ id: things.vendor }),
  'webhooks.get': (api) => api.webhooks.get({ id: things.endpoint }),
  'webhooks.update': (api) => api.webhooks.update({ id: things.endpoint, enabled: false }),
  'webhooks.delete': (api) => api.webhooks.delete({ id: things.endpoint }),
  'webhooks.test': (api) => api.webhooks.test({ id: things.endpoint }),
  'webhooks.rotateSecret': (api) => api.webhooks.rotateSecret({ id: things.endpoint }),
  'webhooks.deliveries': (api) => api.webhooks.deliveries({ id: things.endpoint }),
  'webhooks.delivery': (api) => api.webhooks.delivery({ id: things.delivery }),
  'webhooks.redeliver': (api) => api.webhooks.redeliver({ id: things.delivery }),
  'webhooks.redeliverFailed': (api) => api.webhooks.redeliverFailed({ id: things.endpoint }),
  'vendors.updateSimulator': (api) => api.vendors.updateSimulator({ id: things.vendor, settings: {} }),
};

/** … what shows or changes nothing of another’s … */
const empty: Record<string, (api: Api) => Promise<unknown>> = {
  'apiKeys.list': (api) => api.apiKeys.list(),
  'audiences.list': async (api) => (await api.audiences.list({})).items,
  'audiences.preview': async (api) => (await api.audiences.preview({ rules: everyone })).sample,
  'audiences.trends': (api) => api.audiences.trends({ ids: [things.audience] }),
  'audiences.insights': async (api) => (await api.audiences.insights({ rules: everyone })).countries,
  'audiences.funnel': async (api) => Array((await api.audiences.funnel({ rules: everyone })).total),
  'audit.list': async (api) =>
    (await api.audit.list({ target: things.campaign })).items.filter((e) => e.actor === owner.actor),
  'audit.actors': async (api) => (await api.audit.actors()).filter((a) => a.actor === owner.actor),
  'campaigns.list': async (api) => (await api.campaigns.list({})).items,
  'campaigns.customerMessages': async (api) =>
    (await api.campaigns.customerMessages({ customerId: things.customer })).items,
  'customers.list': async (api) => (await api.customers.list({ search: 'customer' })).items,
  'savedViews.list': (api) => api.savedViews.list({ list: 'customers' }),
  'tagChanges.list': (api) => api.tagChanges.list(),
  'tagChanges.start': async (api) =>
    Array((await api.tagChanges.start({ target: { filter: {} }, add: ['theirs'] })).total),
  'customers.rows': async (api) => (await api.customers.rows({})).items,
  'customers.count': async (api) => Array((await api.customers.count({})).count),
  'customers.countries': (api) => api.customers.countries(),
  'customers.knownValues': async (api) => Object.values(await api.customers.knownValues()).flat(),
  'deadLetters.list': async (api) => {
    const { items, groups } = await api.deadLetters.list({});
    return [...items, ...groups];
  },
  'deadLetters.retry': async (api) =>
    Array(
      (await api.deadLetters.retry({ ids: [things.deadLetter] })).retried +
        (await api.deadLetters.retry({ campaignId: things.launched, reason: 'refused' })).retried,
    ),
  'deadLetters.discard': async (api) =>
    Array((await api.deadLetters.discard({ ids: [things.deadLetter] })).discarded),
  'imports.recallMapping': async (api) =>
    [await api.imports.recallMapping({ kind: 'CUSTOMERS', header: ['email'] })].filter(Boolean),
  'imports.list': async (api) => (await api.imports.list({})).items,
  'orders.list': async (api) => [
    ...(await api.orders.list({})).items,
    ...(await api.orders.list({ customerId: things.customer })).items,
  ],
  'privacy.overview': async (api) => (await api.privacy.overview()).latest,
  'members.list': async (api) => (await api.members.list()).filter((m) => m.userId === owner.userId),
  'invitations.list': async (api) => (await api.invitations.list()).items,
  'rfm.get': async (api) => {
    const { computedAt, customers } = await api.rfm.get();
    return computedAt === null ? Array(customers) : [computedAt];
  },
  'suppressions.list': async (api) => (await api.suppressions.list({})).items,
  'vendors.page': async (api) => (await api.vendors.page({})).items.filter((v) => v.id === things.vendor),
  'vendors.list': async (api) => (await api.vendors.list()).filter((v) => v.id === things.vendor),
  'webhooks.list': async (api) => (await api.webhooks.list({})).items,
  'ai.use': async (api) => Array((await api.ai.use()).calls),
  'analytics.dashboard': async (api) => {
    const { figures, any } = await api.analytics.dashboard({ period: '12m' });
    return [...Array(figures.noReceipt + figures.failed + figures.shop.orders), ...(any ? ['any'] : [])];
  },
  'onboarding.firstSteps': async (api) => stepsTaken(await api.onboarding.firstSteps()),
};

function stepsTaken({ customers, orders, audience, campaign, sample, audienceId }: FirstSteps): unknown[] {
  const taken = [customers, orders, audience, campaign, sample.moving, sample.customers, sample.orders];
  return [...taken, audienceId].filter(Boolean);
}

/** … and what speaks of no other workspace’s things at all, by what it is given. */
const ownOnly = [
  // Of a person, not of a workspace: sessions.integration.test.ts has another person's.
  'account.changeEmail',
  'account.changePassword',
  'account.confirmEmail',
  'account.confirmTwoFactor',
  'account.disableTwoFactor',
  'account.endOtherSessions',
  'account.endSession',
  'account.get',
  'account.prepareGoogleLink',
  'account.renewRecoveryCodes',
  'account.requestPasswordReset',
  'account.resetPassword',
  'account.sendPasswordLink',
  'account.sendVerification',
  'account.sessions',
  'account.startTwoFactor',
  'account.unlinkGoogle',
  'account.update',
  'ai.generateSegmentRules',
  'ai.suggestMessages',
  'apiKeys.create',
  'audiences.create',
  'campaigns.onAnyProgress',
  'customers.create',
  // A filter that names another workspace’s audience is wrong: customer-lists.integration.test.ts.
  'customers.filterRules',
  // By its link alone, whichever workspace it is of: members.integration.test.ts.
  'invitations.accept',
  'invitations.create',
  'invitations.open',
  'members.leave',
  // Of a sample workspace: onboarding.integration.test.ts.
  'onboarding.createSample',
  'onboarding.hideFirstSteps',
  'onboarding.importSampleShop',
  // Says again what firstSteps does.
  'onboarding.onFirstSteps',
  'onboarding.onSample',
  'onboarding.retrySample',
  'onboarding.sample',
  'orders.create',
  'privacy.eraseAddress',
  'queue.clean',
  // Other workspaces' jobs are left out: queue.integration.test.ts has some.
  'queue.failed',
  'queue.onStatus',
  'queue.pause',
  'queue.removeFailed',
  'queue.resume',
  'queue.retryFailed',
  'queue.status',
  // Of no workspace at all; for administrators, and without what a vendor said of an address.
  'receipts.unmatched',
  'rfm.onComputed',
  'rfm.recompute',
  'savedViews.create',
  'suppressions.addMany',
  'suppressions.create',
  'vendors.create',
  // Of one’s own: members.integration.test.ts and delete-workspace.integration.test.ts.
  'workspaces.create',
  'webhooks.create',
  'workspaces.current',
  'workspaces.delete',
  'workspaces.mine',
  'workspaces.settings',
  'workspaces.switch',
  'workspaces.updateSettings',
];

describe('another workspace', () => {
  it('is a case of every procedure', () => {
    const covered = [...Object.keys(refused), ...Object.keys(empty), ...ownOnly];
    expect(covered.toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
  });

  it.each(Object.keys(refused))('is refused by %s', async (name) => {
    await expect(refused[name]?.(asStranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(Object.keys(empty))('gets nothing from %s', async (name) => {
    expect(await empty[name]?.(asStranger)).toEqual([]);
  });

  it('may not be named in a change either', async () => {
    const audience = await asStranger.audiences.create({ name: 'Mine', rules: everyone });
    const mine = await asStranger.campaigns.create({ name: 'Mine', audienceId: audience.id, template });
    for (const foreign of [{ audienceId: things.audience }, { vendorId: things.vendor }])
      await expect(asStranger.campaigns.update({ id: mine.id, ...foreign })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    await expect(
      asStranger.campaigns.preview({ id: mine.id, customerId: things.customer }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      asStranger.audiences.explain({ id: audience.id, customerId: things.customer }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that a page still shows is not changed in its place', async () => {
    const page = createCaller({ caller: owner, pageWorkspaceId: stranger.workspaceId, requestId: 'page' });
    await expect(page.audiences.create({ name: 'Lost', rules: everyone })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('another workspace'),
    });
    const right = createCaller({ caller: owner, pageWorkspaceId: owner.workspaceId, requestId: 'page' });
    expect(await right.audiences.get({ id: things.audience })).toMatchObject({ id: things.audience });
  });

  it('has left everything of the owner as it was', async () => {
    expect(await asOwner.campaigns.get({ id: things.campaign })).toMatchObject({
      status: 'DRAFT',
      name: 'Sample',
    });
    expect(await asOwner.customers.get({ id: things.customer })).toMatchObject({ orderCount: 1 });
    expect((await asOwner.deadLetters.list({})).items).toMatchObject([{ status: 'OPEN' }]);
    expect(await asOwner.audiences.get({ id: things.audience })).toMatchObject({ name: 'Everyone' });
    expect((await asOwner.apiKeys.list()).map((k) => k.id)).toContain(things.apiKey);
  });

  it('and nobody at all are told apart: without a caller everything is refused', async () => {
    const nobody = createCaller({ caller: null, requestId: 'nobody' });
    for (const call of [...Object.values(refused), ...Object.values(empty)])
      await expect(call(nobody)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});
