import { ObjectId } from 'mongodb';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter, createCaller } from '../src/api/root.ts';
import { auditActions, auditAreas } from '../src/features/audit/audit-actions.schema.ts';
import { hashPassword } from '../src/features/auth/passwords.ts';
import { openSession } from '../src/features/auth/sessions.service.ts';
import { markDead } from '../src/features/campaigns/messages.repository.ts';
import { startImport } from '../src/features/imports/imports.service.ts';
import type { AuditEventDocument } from '../src/server/audit.ts';
import { closeDatabase, collection, orm } from '../src/server/db.ts';
import type { Caller, Role } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import type { ProcedureMeta } from '../src/server/trpc.ts';
import { bytesOf } from './testing/importing.ts';
import { addCustomers, draftCampaign } from './testing/shop.ts';

// Every mutation there is leaves an event in the audit log that names its thing, or says why it leaves none.

let caller: Caller;
type Api = ReturnType<typeof createCaller>;
let api: Api;
// Another one in each run: how many letters an address may ask for is limited.
const client = {
  address: `2001:db8:${new ObjectId()
    .toHexString()
    .slice(-8)
    .replace(/(.{4})/, '$1:')}::7`,
  userAgent: 'A browser',
};
const everyone = { combinator: 'and' as const, rules: [] };
const hook = { url: 'https://hooks.invalid/in', events: ['campaign.completed' as const] };
const mailServer = {
  kind: 'SMTP' as const,
  name: 'Post office',
  settings: { host: 'smtp.example.com', fromAddress: 'shop@example.com' },
};

const gateway = {
  kind: 'HTTP' as const,
  name: 'Gateway',
  settings: { url: 'https://gateway.example.com/send' },
};
/** Secrets that were shown once. */
const given: string[] = ['hush'];

beforeAll(async () => {
  caller = await createTestWorkspace();
  const userId = caller.userId ?? '';
  const session = { sessionId: await openSession(userId, client), userId, workspaceId: caller.workspaceId };
  api = createCaller({ caller, session, client, requestId: 'request-1' });
  await addCustomers(caller, 1);
});
afterAll(async () => {
  await dropTestWorkspace(caller);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

type Expected = Partial<Pick<AuditEventDocument, 'targetId' | 'targetName' | 'before' | 'after'>>;

const statusIs = async (id: string, status: string) => {
  await collection('campaigns').updateOne({ _id: new ObjectId(id) }, { $set: { status } });
  return id;
};
const newCustomer = () => api.customers.create({ email: `c-${new ObjectId().toHexString()}@example.com` });
const startTags = async () => {
  const { id } = await newCustomer();
  return api.tagChanges.start({ target: { ids: [id] }, add: ['new'] });
};
const newAudience = () => api.audiences.create({ name: 'Everyone', rules: everyone });
const campaignTo = (from: string, status: string): Expected => ({
  targetName: 'Sample',
  before: { status: from },
  after: { status },
});
async function newImport(options: { dryRun?: boolean } = {}): Promise<string> {
  const bytes = bytesOf('email\nann@example.com\n');
  const upload = { kind: 'CUSTOMERS' as const, fileName: 'people.csv', bytes };
  return (await startImport(caller, upload, options)).importId;
}
const importEnded = async (id: string) => {
  await collection('imports').updateOne({ _id: new ObjectId(id) }, { $set: { status: 'COMPLETED' } });
  return id;
};
async function newMember(role: Role = 'VIEWER'): Promise<{ userId: string; email: string }> {
  const email = `member-${new ObjectId().toHexString()}@example.com`;
  const names = { email, name: 'Somebody', image: null };
  const user = await orm().users.create({
    ...names,
    passwordHash: null,
    emailVerified: null,
    twoFactor: null,
  });
  await orm().memberships.create({
    workspaceId: caller.workspaceId,
    userId: user._id,
    role,
    firstStepsHiddenAt: null,
  });
  return { userId: user._id, email };
}
const PASSWORD = 'a-long-password';
const NEW_PASSWORD = 'another-password';
async function setPassword(): Promise<void> {
  given.push(PASSWORD, NEW_PASSWORD);
  const passwordHash = await hashPassword(PASSWORD);
  await collection('users').updateOne(
    { _id: new ObjectId(caller.userId ?? '') },
    { $set: { passwordHash, emailVerified: new Date() } },
  );
}
async function turnOnTwoFactor(): Promise<void> {
  await setPassword();
  const { secret } = await api.account.startTwoFactor();
  const { codes } = await api.account.confirmTwoFactor({ code: new TOTP({ secret }).generate() });
  given.push(secret, ...codes);
}
async function newDeadLetter(): Promise<{ id: string; campaignId: string }> {
  const { id } = await draftCampaign(caller);
  await statusIs(id, 'COMPLETED');
  const message = {
    _id: new ObjectId(),
    workspaceId: new ObjectId(caller.workspaceId),
    campaignId: new ObjectId(id),
    customerId: new ObjectId(),
    attempts: 1,
  };
  const more = { batch: 0, to: 'a@example.com', status: 'SENT', queuedAt: new Date(), updatedAt: new Date() };
  await collection('messages').insertOne({ ...message, ...more });
  await markDead([{ message, reason: 'refused', payload: { to: 'a@example.com' } }]);
  const { items } = await api.deadLetters.list({ campaignId: id });
  return { id: items[0]?.id ?? '', campaignId: id };
}

/** By mutation: does it once, and says what its event must hold. */
const cases: Record<string, () => Promise<Expected>> = {
  'apiKeys.create': async () => {
    const { id } = await api.apiKeys.create({ name: 'Till', scopes: ['customers:read'] });
    return { targetId: id, targetName: 'Till', after: { scopes: ['customers:read'] } };
  },
  'apiKeys.revoke': async () => {
    const { id } = await api.apiKeys.create({ name: 'Till', scopes: ['customers:read'] });
    await api.apiKeys.revoke({ id });
    return { targetId: id, targetName: 'Till' };
  },
  'audiences.create': async () => ({ targetId: (await newAudience()).id, targetName: 'Everyone' }),
  'audiences.update': async () => {
    const { id } = await newAudience();
    await api.audiences.update({ id, name: 'All' });
    return { targetId: id, targetName: 'All', before: { name: 'Everyone' }, after: { name: 'All' } };
  },
  'audiences.delete': async () => {
    const { id } = await newAudience();
    await api.audiences.delete({ id });
    return { targetId: id, targetName: 'Everyone', before: { name: 'Everyone', rules: everyone } };
  },
  'audiences.takeSnapshot': async () => {
    const snapshot = await api.audiences.takeSnapshot({ id: (await newAudience()).id, name: 'Then' });
    return { targetId: snapshot.id, targetName: 'Then', after: { snapshotOf: 'Everyone' } };
  },
  'campaigns.create': async () => {
    const made = await api.campaigns.create({
      name: 'Sample',
      audienceId: (await newAudience()).id,
      template: { body: 'Hello' },
    });
    return { targetId: made.id, targetName: 'Sample', after: { body: 'Hello', status: 'DRAFT' } };
  },
  'campaigns.update': async () => {
    const { id } = await draftCampaign(caller);
    await api.campaigns.update({ id, name: 'Better' });
    return { targetId: id, targetName: 'Better', before: { name: 'Sample' }, after: { name: 'Better' } };
  },
  'campaigns.delete': async () => {
    const { id } = await draftCampaign(caller);
    await api.campaigns.delete({ id });
    return { targetId: id, targetName: 'Sample', before: { name: 'Sample' } };
  },
  'campaigns.launch': async () => {
    const { id } = await draftCampaign(caller);
    await api.campaigns.launch({ id });
    return { ...campaignTo('DRAFT', 'PREPARING'), targetId: id };
  },
  'campaigns.confirm': async () => {
    const { id } = await draftCampaign(caller);
    const set = { status: 'SCHEDULED', missedAt: new Date() };
    await collection('campaigns').updateOne({ _id: new ObjectId(id) }, { $set: set });
    await api.campaigns.confirm({ id });
    return { ...campaignTo('SCHEDULED', 'PREPARING'), targetId: id };
  },
  'campaigns.duplicate': async () => {
    const made = await api.campaigns.duplicate({ id: (await draftCampaign(caller)).id });
    return { targetId: made.id, targetName: 'Copy of Sample' };
  },
  'campaigns.resendFailed': async () => {
    const made = await api.campaigns.resendFailed({ id: (await newDeadLetter()).campaignId });
    return { targetId: made.id, targetName: 'Again: Sample' };
  },
  'campaigns.pause': async () => {
    const id = await statusIs((await draftCampaign(caller)).id, 'SENDING');
    await api.campaigns.pause({ id });
    return { ...campaignTo('SENDING', 'PAUSED'), targetId: id };
  },
  'campaigns.resume': async () => {
    const id = await statusIs((await draftCampaign(caller)).id, 'PAUSED');
    await api.campaigns.resume({ id });
    return { ...campaignTo('PAUSED', 'SENDING'), targetId: id };
  },
  'campaigns.cancel': async () => {
    const id = await statusIs((await draftCampaign(caller)).id, 'PAUSED');
    await api.campaigns.cancel({ id });
    return { ...campaignTo('PAUSED', 'CANCELLED'), targetId: id };
  },
  'campaigns.writeSummary': async () => {
    const { id } = await draftCampaign(caller);
    const set = { status: 'COMPLETED', launchedAt: new Date(), completedAt: new Date() };
    await collection('campaigns').updateOne({ _id: new ObjectId(id) }, { $set: set });
    await api.campaigns.writeSummary({ id });
    return { targetId: id, targetName: 'Sample' };
  },
  'campaigns.setTags': async () => {
    const { id } = await draftCampaign(caller);
    await api.campaigns.setTags({ id, tags: ['sale'] });
    return {
      targetId: id,
      targetName: 'Sample',
      after: { tags: expect.arrayContaining([expect.anything()]) },
    };
  },
  'campaigns.test': async () => {
    const { id } = await draftCampaign(caller);
    await api.campaigns.test({ id, to: 'me@example.com' });
    return { targetId: id, targetName: 'Sample', after: { to: 'me@example.com' } };
  },
  'customers.create': async () => {
    const { id, email } = await newCustomer();
    return { targetId: id, targetName: email, after: { email } };
  },
  'customers.update': async () => {
    const { id, email } = await newCustomer();
    await api.customers.update({ id, city: 'Köln' });
    return { targetId: id, targetName: email, before: { city: null }, after: { city: 'Köln' } };
  },
  'customers.delete': async () => {
    const { id, email } = await newCustomer();
    await api.customers.delete({ id });
    return { targetId: id, targetName: email, before: { email } };
  },
  'deadLetters.retry': async () => {
    const { id, campaignId } = await newDeadLetter();
    await api.deadLetters.retry({ ids: [id], to: 'b@example.com' });
    return { targetId: campaignId, targetName: 'Sample', after: { retried: 1, edited: ['to'] } };
  },
  'deadLetters.discard': async () => {
    const { id, campaignId } = await newDeadLetter();
    await api.deadLetters.discard({ ids: [id], note: 'Moved away' });
    return { targetId: campaignId, targetName: 'Sample', after: { discarded: 1, note: 'Moved away' } };
  },
  'imports.start': async () => {
    const { id } = await api.imports.start({ id: await importEnded(await newImport({ dryRun: true })) });
    return { targetId: id, targetName: 'people.csv', after: { kind: 'CUSTOMERS', onlyChecked: false } };
  },
  'imports.cancel': async () => {
    const id = await newImport();
    await api.imports.cancel({ id });
    return { targetId: id, targetName: 'people.csv' };
  },
  'imports.undo': async () => {
    const id = await importEnded(await newImport());
    await collection('importChanges').insertOne({
      workspaceId: new ObjectId(caller.workspaceId),
      importId: new ObjectId(id),
      batch: 0,
      changes: {},
      createdAt: new Date(),
    });
    await api.imports.undo({ id });
    return { targetId: id, targetName: 'people.csv' };
  },
  'members.changeRole': async () => {
    const { userId, email } = await newMember();
    await api.members.changeRole({ userId, role: 'ADMIN' });
    return {
      targetId: userId,
      targetName: `Somebody (${email})`,
      before: { role: 'VIEWER' },
      after: { role: 'ADMIN' },
    };
  },
  'members.remove': async () => {
    const { userId, email } = await newMember();
    await api.members.remove({ userId });
    return { targetId: userId, targetName: `Somebody (${email})`, before: { role: 'VIEWER' } };
  },
  'members.leave': async () => {
    await newMember('OWNER');
    await api.members.leave();
    await orm().memberships.create({
      workspaceId: caller.workspaceId,
      userId: caller.userId ?? '',
      role: 'OWNER',
      firstStepsHiddenAt: null,
    });
    return { targetId: caller.userId, before: { role: 'OWNER' } };
  },
  'members.transfer': async () => {
    const { userId } = await newMember();
    const { name } = await api.workspaces.current();
    await api.members.transfer({ userId, confirmName: name });
    await collection('memberships').updateOne(
      { workspaceId: new ObjectId(caller.workspaceId), userId: new ObjectId(caller.userId ?? '') },
      { $set: { role: 'OWNER' } },
    );
    return { targetId: userId, before: { role: 'VIEWER' }, after: { role: 'OWNER' } };
  },
  'invitations.create': async () => {
    const { id } = await api.invitations.create({ role: 'MARKETER' });
    return { targetId: id, targetName: 'a link for the role marketer', after: { role: 'MARKETER' } };
  },
  'invitations.resend': async () => {
    const { id } = await api.invitations.create({ role: 'VIEWER' });
    await api.invitations.resend({ id });
    return { targetId: id, targetName: 'a link for the role viewer' };
  },
  'invitations.revoke': async () => {
    const { id } = await api.invitations.create({ role: 'VIEWER' });
    await api.invitations.revoke({ id });
    return { targetId: id, targetName: 'a link for the role viewer' };
  },
  'invitations.accept': async () => {
    const { link } = await api.invitations.create({ role: 'VIEWER' });
    await api.invitations.accept({ token: link?.split('/').at(-1) ?? '' });
    return { targetId: caller.workspaceId, after: { alreadyMember: true } };
  },
  'account.endSession': async () => {
    const id = await openSession(caller.userId ?? '', client);
    await api.account.endSession({ id });
    return { targetId: id };
  },
  'account.endOtherSessions': async () => {
    await api.account.endOtherSessions();
    return {};
  },
  'account.update': async () => {
    const { name } = await api.account.get();
    await api.account.update({ name: 'Sample Owner Again' });
    await api.account.update({ name: name ?? '' });
    return { before: { name: 'Sample Owner Again' }, after: { name } };
  },
  'account.changePassword': async () => {
    await setPassword();
    await api.account.changePassword({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    return { targetId: null, before: null, after: null };
  },
  'account.changeEmail': async () => {
    await setPassword();
    await api.account.changeEmail({
      email: `new-${new ObjectId().toHexString()}@example.com`,
      password: PASSWORD,
    });
    return { targetId: null };
  },
  'account.confirmTwoFactor': async () => {
    await turnOnTwoFactor();
    await api.account.disableTwoFactor({ password: PASSWORD });
    return { targetId: null, before: null, after: null };
  },
  'account.renewRecoveryCodes': async () => {
    await turnOnTwoFactor();
    given.push(...(await api.account.renewRecoveryCodes({ password: PASSWORD })).codes);
    await api.account.disableTwoFactor({ password: PASSWORD });
    return { targetId: null };
  },
  'account.disableTwoFactor': async () => {
    await turnOnTwoFactor();
    await api.account.disableTwoFactor({ password: PASSWORD });
    return { targetId: null };
  },
  'account.unlinkGoogle': async () => {
    await setPassword();
    await api.account.unlinkGoogle();
    return { targetId: null };
  },
  'workspaces.switch': async () => {
    await api.workspaces.switch({ id: caller.workspaceId });
    return { targetId: caller.workspaceId };
  },
  'orders.create': async () => {
    const made = await api.orders.create({
      orderId: 'A1',
      customerEmail: 'customer-1@example.com',
      orderAmount: 10,
      orderDate: '2011-12-09',
    });
    return { targetId: made.id, targetName: 'A1', after: { amount: 10 } };
  },
  'privacy.eraseCustomer': async () => {
    const { id } = await newCustomer();
    await api.privacy.eraseCustomer({ id });
    return { targetId: id, targetName: null, before: null, after: null };
  },
  'privacy.eraseAddress': async () => {
    const { id } = await api.privacy.eraseAddress({ email: 'gone@example.com' });
    return { targetId: id, targetName: null, after: null };
  },
  'privacy.lift': async () => {
    await api.privacy.eraseAddress({ email: 'back@example.com' });
    await api.privacy.lift({ email: 'back@example.com' });
    return { targetId: null, targetName: null, after: null };
  },
  'queue.clean': async () => {
    await api.queue.clean({ action: 'clean-completed', queue: 'audiences' });
    return { targetName: 'audiences', after: { actions: ['clean-completed'] } };
  },
  'queue.pause': async () => {
    await api.queue.pause({ queue: 'audiences' });
    return { targetName: 'audiences' };
  },
  'queue.resume': async () => {
    await api.queue.resume({ queue: 'audiences' });
    return { targetName: 'audiences' };
  },
  'queue.retryFailed': async () => {
    await api.queue.retryFailed({ queue: 'audiences' });
    return { targetName: 'audiences' };
  },
  'queue.removeFailed': async () => {
    await api.queue.removeFailed({ queue: 'audiences' });
    return { targetName: 'audiences' };
  },
  'rfm.recompute': async () => {
    await api.rfm.recompute();
    return {};
  },
  'savedViews.create': async () => {
    const { id } = await api.savedViews.create({ list: 'customers', name: 'France', state: {} });
    return { targetId: id, targetName: 'France', after: { name: 'France', state: {} } };
  },
  'savedViews.update': async () => {
    const { id } = await api.savedViews.create({ list: 'customers', name: 'Spain', state: {} });
    await api.savedViews.update({ id, name: 'Portugal' });
    return {
      targetId: id,
      targetName: 'Portugal',
      before: { name: 'Spain' },
      after: { name: 'Portugal' },
    };
  },
  'savedViews.delete': async () => {
    const { id } = await api.savedViews.create({ list: 'customers', name: 'Italy', state: {} });
    await api.savedViews.delete({ id });
    return { targetId: id, targetName: 'Italy', before: { name: 'Italy', state: {} } };
  },
  'savedViews.restore': async () => {
    const { id } = await api.savedViews.create({ list: 'customers', name: 'Norway', state: {} });
    await api.savedViews.delete({ id });
    await api.savedViews.restore({ id });
    return { targetId: id, targetName: 'Norway', after: { name: 'Norway', state: {} } };
  },
  'tagChanges.start': async () => {
    const { id } = await startTags();
    return { targetId: id, targetName: '1 customer', after: { add: ['new'] } };
  },
  'tagChanges.cancel': async () => {
    const { id } = await startTags();
    await api.tagChanges.cancel({ id });
    return { targetId: id, targetName: '0 customers', before: { add: ['new'] } };
  },
  'tagChanges.undo': async () => {
    const { id } = await startTags();
    await collection('tagChanges').updateOne(
      { _id: new ObjectId(id) },
      { $set: { status: 'DONE', changed: 1 } },
    );
    await api.tagChanges.undo({ id });
    return { targetId: id, targetName: '1 customer', before: { add: ['new'] } };
  },
  'suppressions.create': async () => {
    const { id } = await api.suppressions.create({ address: 'no@example.com' });
    return { targetId: id, targetName: 'no@example.com' };
  },
  'suppressions.addMany': async () => {
    await api.suppressions.addMany({ addresses: ['no1@example.com', 'no2@example.com'] });
    return { after: { added: 2, already: 0, note: null } };
  },
  'suppressions.delete': async () => {
    const { id } = await api.suppressions.create({ address: 'yes@example.com' });
    await api.suppressions.delete({ id });
    return { targetId: id, targetName: 'yes@example.com', before: { reason: 'MANUAL' } };
  },
  'vendors.create': async () => {
    const { id } = await api.vendors.create({ ...mailServer, secrets: { password: 'hush' } });
    return { targetId: id, targetName: 'Post office', after: { kind: 'SMTP' } };
  },
  'vendors.update': async () => {
    const { id } = await api.vendors.create(mailServer);
    await api.vendors.update({ ...mailServer, id, name: 'Post', secrets: { password: 'hush' } });
    return { targetId: id, before: { name: 'Post office' }, after: { name: 'Post', secrets: '(hidden)' } };
  },
  'vendors.patch': async () => {
    const { id } = await api.vendors.create(mailServer);
    await api.vendors.patch({ id, name: 'Post' });
    return { targetId: id, before: { name: 'Post office' }, after: { name: 'Post' } };
  },
  'vendors.rotateReceiptSecret': async () => {
    const { id } = await api.vendors.create(gateway);
    const { secret } = await api.vendors.rotateReceiptSecret({ id });
    given.push(secret);
    return { targetId: id, targetName: 'Gateway', after: { receiptSecrets: '(hidden)' } };
  },
  'vendors.retireReceiptSecrets': async () => {
    const { id } = await api.vendors.create(gateway);
    await api.vendors.rotateReceiptSecret({ id });
    await api.vendors.retireReceiptSecrets({ id, which: 'ALL' });
    return { targetId: id, targetName: 'Gateway', after: { receiptSecrets: '(hidden)' } };
  },
  'vendors.delete': async () => {
    const { id } = await api.vendors.create(mailServer);
    await api.vendors.delete({ id });
    return { targetId: id, targetName: 'Post office', before: { kind: 'SMTP' } };
  },
  'vendors.test': async () => {
    const [simulator] = await api.vendors.list();
    await api.vendors.test({ id: simulator?.id ?? '' });
    return { targetName: 'Vendor simulator', after: { ok: true } };
  },
  'vendors.updateSimulator': async () => {
    const simulator = (await api.vendors.list()).find((vendor) => vendor.kind === 'SIMULATOR');
    await api.vendors.updateSimulator({ id: simulator?.id ?? '', settings: { bounceRate: 0.4 } });
    return {
      targetName: 'Vendor simulator',
      after: { settings: expect.objectContaining({ bounceRate: 0.4 }) },
    };
  },
  'onboarding.importSampleShop': async () => {
    await api.onboarding.importSampleShop();
    return { targetName: 'online-retail-customers.csv' };
  },
  'onboarding.createSample': async () => {
    const { id } = await api.onboarding.createSample();
    const [event] = await collection<AuditEventDocument>('auditEvents')
      .find({ workspaceId: new ObjectId(id) })
      .toArray();
    await dropTestWorkspace({ ...caller, workspaceId: id });
    await collection('workspaces').deleteOne({ _id: new ObjectId(id) });
    // Of the workspace it made; to be found here like the others.
    await collection('auditEvents').insertOne({
      ...event,
      _id: new ObjectId(),
      workspaceId: new ObjectId(caller.workspaceId),
    });
    return { targetId: id, targetName: 'Sample shop' };
  },
  'onboarding.retrySample': async () => {
    const at = new Date().toISOString();
    const sample = {
      userId: caller.userId,
      askedAt: at,
      step: 'ORDERS',
      progress: 0,
      movedAt: at,
      doneAt: null,
      error: 'The disk was full.',
    };
    const workspace = { _id: new ObjectId(caller.workspaceId) };
    await collection('workspaces').updateOne(workspace, { $set: { sample } });
    await api.onboarding.retrySample();
    await collection('workspaces').updateOne(workspace, { $set: { sample: null } });
    return {};
  },
  'workspaces.create': async () => {
    const { id } = await api.workspaces.create({ name: 'Second shop' });
    const [event] = await collection<AuditEventDocument>('auditEvents')
      .find({ workspaceId: new ObjectId(id) })
      .toArray();
    await dropTestWorkspace({ ...caller, workspaceId: id });
    expect(event).toMatchObject({ action: 'workspaces.create', targetId: id, targetName: 'Second shop' });
    // Of the workspace it made; to be found here like the others.
    await collection('auditEvents').insertOne({
      ...event,
      _id: new ObjectId(),
      workspaceId: new ObjectId(caller.workspaceId),
    });
    return { targetId: id };
  },
  'workspaces.delete': async () => {
    const doomed = await createTestWorkspace();
    const doomedApi = createCaller({ caller: doomed, client, requestId: 'request-1' });
    await doomedApi.workspaces.delete({ confirmName: 'Sample workspace' });
    const [event] = await collection<AuditEventDocument>('auditEvents')
      .find({ workspaceId: new ObjectId(doomed.workspaceId) })
      .toArray();
    expect(event).toMatchObject({ action: 'workspaces.delete', targetId: doomed.workspaceId });
    await dropTestWorkspace(doomed);
    await collection('auditEvents').insertOne({
      ...event,
      _id: new ObjectId(),
      actor: caller.actor,
      workspaceId: new ObjectId(caller.workspaceId),
    });
    return { targetId: doomed.workspaceId };
  },
  'webhooks.create': async () => {
    const { id, url } = await api.webhooks.create(hook);
    return { targetId: id, targetName: url, after: { events: hook.events } };
  },
  'webhooks.update': async () => {
    const { id } = await api.webhooks.create(hook);
    await api.webhooks.update({ id, enabled: false });
    return { targetId: id, before: { enabled: true }, after: { enabled: false } };
  },
  'webhooks.delete': async () => {
    const { id } = await api.webhooks.create(hook);
    await api.webhooks.delete({ id });
    return { targetId: id, before: { url: hook.url } };
  },
  'webhooks.rotateSecret': async () => {
    const { id } = await api.webhooks.create(hook);
    await api.webhooks.rotateSecret({ id });
    return { targetId: id, after: { signing: 'changed' } };
  },
  'webhooks.test': async () => {
    const { id } = await api.webhooks.create(hook);
    const { error } = await api.webhooks.test({ id });
    return { targetId: id, after: { status: null, error } };
  },
  'webhooks.redeliver': async () => {
    const { id } = await api.webhooks.create(hook);
    await api.webhooks.test({ id });
    const [delivery] = (await api.webhooks.deliveries({ id })).items;
    await api.webhooks.redeliver({ id: delivery?.id ?? '' });
    return { targetId: id, after: { event: delivery?.eventId } };
  },
  'webhooks.redeliverFailed': async () => {
    const { id } = await api.webhooks.create(hook);
    await api.webhooks.redeliverFailed({ id });
    return { targetId: id, after: { redelivered: 0 } };
  },
  'workspaces.updateSettings': async () => {
    await api.workspaces.updateSettings({ settings: { timeZone: 'Asia/Tokyo' } });
    return {
      targetId: caller.workspaceId,
      before: { timeZone: 'UTC' },
      after: { timeZone: 'Asia/Tokyo' },
    };
  },
};

const procedures: Record<string, { _def: { type: string; meta?: ProcedureMeta } }> = Object(
  appRouter._def.procedures,
);
const mutations = Object.entries(procedures).filter(([, { _def }]) => _def.type === 'mutation');
const reasonOf = (name: string): string | undefined => procedures[name]?._def.meta?.unaudited;
const eventsOf = (action: string) =>
  collection<AuditEventDocument>('auditEvents')
    .find({ workspaceId: new ObjectId(caller.workspaceId), action })
    .sort({ _id: -1 })
    .toArray();

describe('the audit log', () => {
  it('has a case for every mutation that says no reason to be left out', () => {
    const audited = mutations.map(([path]) => path).filter((path) => reasonOf(path) === undefined);
    expect(Object.keys(cases).toSorted()).toEqual(audited.toSorted());
  });

  it('has words for every action', () => {
    expect(Object.keys(cases).filter((action) => !(action in auditActions))).toEqual([]);
    const areas = new Set(Object.keys(auditActions).map((action) => action.split('.')[0]));
    expect([...areas].toSorted()).toEqual(Object.keys(auditAreas).toSorted());
  });

  it('is left out by few mutations, each with its reason', () => {
    const exempt = mutations.flatMap(([path]) => reasonOf(path) ?? []);
    expect(exempt.every((reason) => reason.length >= 10)).toBe(true);
  });

  it.each(Object.keys(cases))('has an event of %s', async (action) => {
    const expected = await cases[action]?.();
    const [event] = await eventsOf(action);
    expect(event).toMatchObject({
      ...expected,
      actor: caller.actor,
      actorName: expect.stringContaining('Sample Owner'),
      address: client.address,
      userAgent: client.userAgent,
      requestId: 'request-1',
    });
  });

  it('has none of what failed', async () => {
    const before = await eventsOf('customers.delete');
    await expect(api.customers.delete({ id: new ObjectId().toHexString() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await eventsOf('customers.delete')).toHaveLength(before.length);
  });

  it('holds no secret', async () => {
    const all = await collection('auditEvents')
      .find({ workspaceId: new ObjectId(caller.workspaceId) })
      .toArray();
    for (const secret of given) expect(JSON.stringify(all)).not.toContain(secret);
    expect(JSON.stringify(all)).not.toMatch(/nf_[\w-]{20}/);
  });
});
