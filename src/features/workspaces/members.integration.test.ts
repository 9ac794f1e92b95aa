import { ObjectId } from 'mongodb';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { getEnv } from '../../env.ts';
import { closeDatabase, collection, orm } from '../../server/db.ts';
import { listen } from '../../server/events.ts';
import { log } from '../../server/log.ts';
import type { Caller, Role, Session } from '../../server/permissions.ts';
import { closeQueues } from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { openSession, settleSession } from '../auth/sessions.service.ts';
import { admitNewcomer } from './admission.service.ts';
import * as invitations from './invitations.service.ts';
import * as members from './members.service.ts';
import { createMyWorkspace, listMyWorkspaces, switchWorkspace } from './my-workspaces.service.ts';
import { callerIsOperator, requireOperator } from './operators.service.ts';
import { rolesOf } from './workspaces.service.ts';

let owner: Caller;
let other: Caller;
const made: string[] = [];
const client = { address: null, userAgent: null };

beforeEach(async () => {
  [owner, other] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
});
afterEach(async () => {
  await Promise.all([dropTestWorkspace(owner), dropTestWorkspace(other)]);
  for (const workspaceId of made.splice(0)) await dropTestWorkspace({ ...owner, workspaceId });
});
afterAll(async () => {
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

async function newPerson(email = `p-${new ObjectId().toHexString()}@example.com`): Promise<string> {
  const user = await orm().users.create({
    email,
    name: 'Somebody',
    image: null,
    passwordHash: null,
    emailVerified: null,
    twoFactor: null,
  });
  return user._id;
}
async function newMember(role: Role): Promise<Caller> {
  const userId = await newPerson();
  await orm().memberships.create({ workspaceId: owner.workspaceId, userId, role, firstStepsHiddenAt: null });
  return { ...owner, actor: `user:${userId}`, userId, role };
}
async function sessionOf(userId: string): Promise<Session> {
  const sessionId = await openSession(userId, client);
  const [workspaceId = null] = (await rolesOf(userId)).keys();
  return { sessionId, userId, workspaceId };
}
const idOf = ({ userId }: Caller): string => userId ?? '';
const roleOf = async ({ userId }: Caller) => (await rolesOf(userId ?? '')).get(owner.workspaceId);
const tokenOf = (link: string | null): string => link?.split('/').at(-1) ?? '';

/** In development letters are printed in the log: the tokens of the invitations printed since, in their order. */
function collectLetters(): () => string[] {
  const printed = vi.spyOn(log(), 'info');
  return () =>
    printed.mock.calls.flatMap((call) => /\/invitations\/([\w-]{43})/.exec(String(call[0]))?.[1] ?? []);
}

describe('members', () => {
  it('are listed for everybody in the workspace, and for nobody else', async () => {
    const viewer = await newMember('VIEWER');
    const list = await members.listMembers(viewer);
    expect(list.map(({ role, isYou }) => [role, isYou])).toEqual([
      ['OWNER', false],
      ['VIEWER', true],
    ]);
    expect(await members.listMembers(other)).toHaveLength(1);
  });

  it('get and lose roles up to that of whoever decides', async () => {
    const [admin, marketer] = [await newMember('ADMIN'), await newMember('MARKETER')];
    await members.changeRole(admin, { userId: idOf(marketer), role: 'ADMIN' });
    expect(await roleOf(marketer)).toBe('ADMIN');
    await expect(members.changeRole(admin, { userId: idOf(marketer), role: 'OWNER' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(members.changeRole(admin, { userId: idOf(owner), role: 'VIEWER' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(members.removeMember(admin, idOf(owner))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await members.changeRole(owner, { userId: idOf(marketer), role: 'OWNER' });
    expect(await roleOf(marketer)).toBe('OWNER');
  });

  it('cannot be changed by those who only read, nor from another workspace', async () => {
    const [marketer, viewer] = [await newMember('MARKETER'), await newMember('VIEWER')];
    await expect(members.removeMember(marketer, idOf(viewer))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const attempt of [
      () => members.removeMember(other, idOf(viewer)),
      () => members.changeRole(other, { userId: idOf(viewer), role: 'OWNER' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await roleOf(viewer)).toBe('VIEWER');
  });

  it('who are removed are out at once, with what they have open', async () => {
    const marketer = await newMember('MARKETER');
    const ended: unknown[] = [];
    const stop = await listen('connections.end', (event) => ended.push(event));
    await members.removeMember(owner, idOf(marketer));
    await expect.poll(() => ended).toContainEqual({ actor: marketer.actor });
    stop();
    expect(await roleOf(marketer)).toBeUndefined();
    await expect(members.removeMember(owner, idOf(marketer))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('may leave, but not the last owner, of two at once either', async () => {
    await expect(members.leaveWorkspace(owner)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(members.changeRole(owner, { userId: idOf(owner), role: 'ADMIN' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    for (let i = 0; i < 5; i += 1) {
      const second = await newMember('OWNER');
      const [first] = (await members.listMembers(second)).filter((one) => one.role === 'OWNER' && !one.isYou);
      const left = await Promise.allSettled([
        members.leaveWorkspace({ ...owner, userId: first?.userId ?? '' }),
        members.leaveWorkspace(second),
      ]);
      expect(left.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const owners = (await members.listMembers(owner)).filter(({ role }) => role === 'OWNER');
      expect(owners).toHaveLength(1);
    }
  });
});

describe('handing over', () => {
  it('makes a member the owner and the owner an administrator, once the name is typed', async () => {
    const marketer = await newMember('MARKETER');
    const input = { userId: idOf(marketer), confirmName: 'Sample workspace' };
    await expect(
      members.transferWorkspace(owner, { ...input, confirmName: 'sample' }, 'Sample workspace'),
    ).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(members.transferWorkspace(marketer, input, 'Sample workspace')).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await members.transferWorkspace(owner, input, 'Sample workspace');
    expect([await roleOf(owner), await roleOf(marketer)]).toEqual(['ADMIN', 'OWNER']);
    // With the rights of before it cannot be taken back.
    await expect(
      members.transferWorkspace(owner, { ...input, userId: idOf(marketer) }, 'Sample workspace'),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is to a member alone', async () => {
    const input = { userId: idOf(other), confirmName: 'Sample workspace' };
    await expect(members.transferWorkspace(owner, input, 'Sample workspace')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('an invitation', () => {
  it('makes whoever follows its link a member, once, and takes them there', async () => {
    const { link, id } = await invitations.createInvitation(owner, { role: 'MARKETER' });
    expect(link).toMatch(new RegExp(`^${getEnv().appUrl}/invitations/[\\w-]{43}$`));
    const stored = await collection('invitations').findOne({ _id: new ObjectId(id) });
    expect(JSON.stringify(stored)).not.toContain(tokenOf(link));
    const session = await sessionOf(await newPerson());
    expect(await invitations.openInvitation(tokenOf(link), null)).toMatchObject({
      state: 'OPEN',
      workspaceName: 'Sample workspace',
      role: 'MARKETER',
      invitedBy: 'Sample Owner',
      you: null,
    });
    expect(await invitations.acceptInvitation(session, tokenOf(link))).toMatchObject({
      id: owner.workspaceId,
    });
    expect((await rolesOf(session.userId)).get(owner.workspaceId)).toBe('MARKETER');
    expect(await listMyWorkspaces({ ...session, workspaceId: owner.workspaceId })).toMatchObject([
      { id: owner.workspaceId, isCurrent: true, members: 2 },
    ]);
    const late = await sessionOf(await newPerson());
    await expect(invitations.acceptInvitation(late, tokenOf(link))).rejects.toThrow('accepted already');
    expect((await invitations.listInvitations(owner)).items[0]).toMatchObject({
      state: 'ACCEPTED',
      acceptedBy: 'Somebody',
    });
  });

  it('is followed by one of two who come at once', async () => {
    const { link } = await invitations.createInvitation(owner, { role: 'VIEWER' });
    const sessions = await Promise.all([1, 2, 3].map(async () => sessionOf(await newPerson())));
    const results = await Promise.allSettled(
      sessions.map((session) => invitations.acceptInvitation(session, tokenOf(link))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await members.listMembers(owner)).toHaveLength(2);
  });

  it('stays open when a member follows it, whose role stays', async () => {
    const { link } = await invitations.createInvitation(owner, { role: 'ADMIN' });
    const viewer = await newMember('VIEWER');
    await invitations.acceptInvitation(await sessionOf(idOf(viewer)), tokenOf(link));
    expect(await roleOf(viewer)).toBe('VIEWER');
    expect((await invitations.openInvitation(tokenOf(link), null)).state).toBe('OPEN');
  });

  it('that is revoked, has run out, was replaced or never was, says so', async () => {
    const session = await sessionOf(await newPerson());
    const accept = (link: string | null) => invitations.acceptInvitation(session, tokenOf(link));
    const revoked = await invitations.createInvitation(owner, { role: 'VIEWER' });
    await invitations.revokeInvitation(owner, revoked.id);
    await expect(accept(revoked.link)).rejects.toThrow('has been revoked');
    await expect(invitations.resendInvitation(owner, revoked.id)).rejects.toMatchObject({ code: 'CONFLICT' });

    const old = await invitations.createInvitation(owner, { role: 'VIEWER' });
    const past = { $set: { expiresAt: new Date(Date.now() - 1) } };
    await collection('invitations').updateOne({ _id: new ObjectId(old.id) }, past);
    await expect(accept(old.link)).rejects.toThrow('has run out');
    const renewed = await invitations.resendInvitation(owner, old.id);
    await expect(accept(old.link)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await accept(renewed.link);
    await expect(accept(`x/${'A'.repeat(43)}`)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gives no role above that of whoever sends it, and ends with their right to give it', async () => {
    const admin = await newMember('ADMIN');
    await expect(invitations.createInvitation(admin, { role: 'OWNER' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const { link } = await invitations.createInvitation(admin, { role: 'ADMIN' });
    await members.changeRole(owner, { userId: idOf(admin), role: 'MARKETER' });
    expect((await invitations.openInvitation(tokenOf(link), null)).state).toBe('REVOKED');
    await expect(invitations.listInvitations({ ...admin, role: 'MARKETER' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('to an address goes there by mail, for that account alone, and shows the address to be theirs', async () => {
    const email = `invited-${new ObjectId().toHexString()}@example.com`;
    const mails = collectLetters();
    const { id, link } = await invitations.createInvitation(owner, { role: 'MARKETER', email });
    expect(link).toBeNull();
    const job = { workspaceId: owner.workspaceId, invitationId: id };
    await invitations.sendInvitationLetter(job);
    await invitations.sendInvitationLetter(job);
    const [first = '', second = ''] = mails();
    const wrong = await sessionOf(await newPerson());
    expect((await invitations.openInvitation(second, wrong)).you?.fits).toBe(false);
    await expect(invitations.acceptInvitation(wrong, second)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const userId = await newPerson(email);
    const right = await sessionOf(userId);
    // Each letter has a link of its own, and the last one counts.
    await expect(invitations.acceptInvitation(right, first)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await invitations.acceptInvitation(right, second);
    const person = await collection('users').findOne({ _id: new ObjectId(userId) });
    expect(person?.emailVerified).toBeInstanceOf(Date);
    await invitations.sendInvitationLetter(job);
    expect(mails()).toHaveLength(2);
  });

  it('to an address is refused where no mail goes out', async () => {
    getEnv().production = true;
    await expect(
      invitations.createInvitation(owner, { role: 'VIEWER', email: 'a@example.com' }),
    ).rejects.toMatchObject({ code: 'UNPROCESSABLE' });
    getEnv().production = false;
  });

  it('is no other workspace’s to see or touch', async () => {
    const { id } = await invitations.createInvitation(owner, { role: 'VIEWER' });
    expect((await invitations.listInvitations(other)).items).toEqual([]);
    await expect(invitations.revokeInvitation(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(invitations.resendInvitation(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('workspaces of one’s own', () => {
  it('are made, listed and switched between, and a lost one is left for another', async () => {
    const session = await sessionOf(idOf(owner));
    const created = await createMyWorkspace(session, { name: 'Second shop', currency: 'EUR' });
    made.push(created.id);
    expect(await listMyWorkspaces({ ...session, workspaceId: created.id })).toMatchObject([
      { name: 'Sample workspace', role: 'OWNER', isCurrent: false },
      { name: 'Second shop', role: 'OWNER', members: 1, isCurrent: true },
    ]);
    await switchWorkspace(session, owner.workspaceId);
    await expect(switchWorkspace(session, other.workspaceId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await members.changeRole(owner, { userId: idOf(await newMember('ADMIN')), role: 'OWNER' });
    await members.leaveWorkspace(owner);
    await settleSession({ ...session, workspaceId: owner.workspaceId });
    const row = await collection('sessions').findOne({ _id: new ObjectId(session.sessionId) });
    expect(row?.workspaceId?.toHexString()).toBe(created.id);
  });
});

describe('the server’s own rules', () => {
  afterEach(() => {
    getEnv().signUp = 'open';
    getEnv().operators = [];
  });

  it('sign-up is open, by invitation or closed', async () => {
    const { link } = await invitations.createInvitation(owner, { role: 'VIEWER' });
    expect(await admitNewcomer('new@example.com', undefined)).toEqual({ invited: false });
    expect(await admitNewcomer('new@example.com', tokenOf(link))).toEqual({ invited: true });
    getEnv().signUp = 'invited';
    expect(await admitNewcomer('new@example.com', tokenOf(link))).toEqual({ invited: true });
    for (const token of [undefined, 'A'.repeat(43)])
      await expect(admitNewcomer('new@example.com', token)).rejects.toThrow('by invitation');
    getEnv().signUp = 'closed';
    await expect(admitNewcomer('new@example.com', tokenOf(link))).rejects.toThrow('operators');
  });

  it('where sign-up is not open, whoever was invited makes no workspace', async () => {
    getEnv().signUp = 'invited';
    const session = await sessionOf(await newPerson());
    await expect(createMyWorkspace(session, { name: 'Mine' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const again = await createMyWorkspace(await sessionOf(idOf(owner)), { name: 'Second' });
    made.push(again.id);
  });

  it('the queues are the operators’, where there are some, with a verified address', async () => {
    const key: Caller = { ...owner, actor: 'key:x', userId: null, role: 'ADMIN', scopes: ['all'] };
    expect(await callerIsOperator(owner)).toBe(true);
    const email = `ops-${owner.workspaceId}@example.com`;
    getEnv().operators = [email];
    expect(await callerIsOperator(owner)).toBe(false);
    await expect(requireOperator(owner, 'queue:write')).rejects.toThrow('only its operators');
    const _id = new ObjectId(idOf(owner));
    await collection('users').updateOne({ _id }, { $set: { email } });
    expect(await callerIsOperator(owner)).toBe(false);
    await collection('users').updateOne({ _id }, { $set: { emailVerified: new Date() } });
    expect([await callerIsOperator(owner), await callerIsOperator(key)]).toEqual([true, true]);
    expect(await callerIsOperator({ ...key, workspaceId: other.workspaceId })).toBe(false);
    await expect(requireOperator({ ...owner, role: 'VIEWER' }, 'queue:write')).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
