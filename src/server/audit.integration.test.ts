import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AuditEventDocument,
  changedFields,
  forgetInAudit,
  noteChange,
  withChange,
  writeAccountAudit,
  writeAudit,
} from './audit.ts';
import { closeDatabase, collection } from './db.ts';
import type { Caller } from './permissions.ts';
import { createTestWorkspace, dropTestWorkspace } from './testing/workspace.ts';

let caller: Caller;
beforeAll(async () => {
  caller = await createTestWorkspace();
});
afterAll(async () => {
  await dropTestWorkspace(caller);
  await closeDatabase();
});

const find = (action: string) =>
  collection<AuditEventDocument>('auditEvents').findOne({
    workspaceId: new ObjectId(caller.workspaceId),
    action,
  });

describe('an event', () => {
  it('says who, what, when and from where', async () => {
    await writeAudit({
      workspaceId: caller.workspaceId,
      actor: caller.actor,
      action: 'things.change',
      targetId: 'thing-1',
      targetName: 'A thing',
      before: { name: 'Old', kept: 1 },
      after: { name: 'New', kept: 1 },
      client: { address: '192.0.2.7', userAgent: 'A browser' },
      requestId: 'request-1',
    });
    expect(await find('things.change')).toMatchObject({
      actor: caller.actor,
      actorName: expect.stringMatching(/^Sample Owner \(owner-.*@example\.com\)$/),
      targetId: 'thing-1',
      targetName: 'A thing',
      before: { name: 'Old' },
      after: { name: 'New' },
      address: '192.0.2.7',
      userAgent: 'A browser',
      requestId: 'request-1',
      createdAt: expect.any(Date),
    });
  });

  it('of an account is in the log of each of its workspaces', async () => {
    const other = await createTestWorkspace();
    const userId = caller.userId ?? '';
    await collection('memberships').insertOne({
      workspaceId: new ObjectId(other.workspaceId),
      userId: new ObjectId(userId),
      role: 'VIEWER',
      createdAt: new Date(),
    });
    await writeAccountAudit(userId, { action: 'account.signIn', requestId: 'sign-in-1' });
    const found = await collection<AuditEventDocument>('auditEvents')
      .find({ requestId: 'sign-in-1' })
      .toArray();
    await dropTestWorkspace(other);
    expect(found.map((event) => event.workspaceId.toHexString()).toSorted()).toEqual(
      [caller.workspaceId, other.workspaceId].toSorted(),
    );
    expect(found.map(({ actor }) => actor)).toEqual([caller.actor, caller.actor]);
    await writeAccountAudit('nobody', { action: 'account.signIn' });
  });

  it('that cannot be written breaks nothing', async () => {
    await expect(
      writeAudit({ workspaceId: 'no id', actor: 'cli', action: 'things.break' }),
    ).resolves.toBeUndefined();
  });

  it('forgets whom it must, and stays', async () => {
    const about = { workspaceId: caller.workspaceId, actor: 'system', before: { city: 'Köln' } };
    await writeAudit({ ...about, action: 'people.change', targetId: 'p1', targetName: 'ann@example.com' });
    await writeAudit({ ...about, action: 'people.block', targetId: 'list', targetName: 'ann@example.com' });
    await writeAudit({ ...about, action: 'people.other', targetId: 'p2', targetName: 'bob@example.com' });
    await forgetInAudit(caller.workspaceId, { targetIds: ['p1'], names: ['ann@example.com'] });
    for (const action of ['people.change', 'people.block'])
      expect(await find(action)).toMatchObject({ targetName: null, before: null, after: null });
    expect(await find('people.other')).toMatchObject({ targetName: 'bob@example.com' });
  });
});

describe('what is noted', () => {
  it('belongs to the request it was noted in, of two at once too', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((targetId) =>
        withChange(async () => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          noteChange({ targetId });
          return targetId;
        }),
      ),
    );
    expect([one?.change.targetId, two?.change.targetId]).toEqual(['1', '2']);
  });

  it('outside of a request goes nowhere', () => {
    expect(() => noteChange({ targetId: 'nowhere' })).not.toThrow();
  });
});

describe('fields', () => {
  it('are kept where they differ, absent ones as null', () => {
    const at = new Date('2026-01-02T03:04:05Z');
    expect(
      changedFields({
        before: { at, tags: ['a'], same: { x: 1 } },
        after: { at: at.toISOString(), tags: ['b'], same: { x: 1 }, more: 1 },
      }),
    ).toEqual({ before: { tags: ['a'], more: null }, after: { tags: ['b'], more: 1 } });
    expect(changedFields({ before: { x: 1 }, after: { x: 1 } })).toEqual({ before: null, after: null });
  });

  it('of a new or deleted thing are kept as they are', () => {
    expect(changedFields({ after: { name: 'New' } })).toEqual({ before: null, after: { name: 'New' } });
    expect(changedFields({ before: { name: 'Old' } })).toEqual({ before: { name: 'Old' }, after: null });
  });

  it('hold no secret, however deep, nor names a database refuses', () => {
    const { after } = changedFields({
      after: {
        passwordHash: 'x',
        settings: { headers: [{ apiKey: 'x', authorization: 'Bearer x' }], keys: 'door' },
        'a.$b': 1,
        password: null,
      },
    });
    expect(after).toEqual({
      passwordHash: '(hidden)',
      settings: { headers: [{ apiKey: '(hidden)', authorization: '(hidden)' }], keys: 'door' },
      a__b: 1,
      password: null,
    });
  });

  it('are cut when they are long, many or deep', () => {
    let deep: unknown = 'end';
    for (let i = 0; i < 40; i += 1) deep = [deep];
    const { after } = changedFields({
      after: { text: 'x'.repeat(600), many: Array.from({ length: 60 }, (_, i) => i), deep },
    });
    expect(after?.text).toBe(`${'x'.repeat(500)}…`);
    expect(after?.many).toHaveLength(51);
    expect(JSON.stringify(after?.deep)).toContain('…');
  });
});
