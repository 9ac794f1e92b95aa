import { ObjectId } from 'mongodb';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditEventDocument, writeAudit } from '../../server/audit.ts';
import { closeDatabase, collection } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { auditFilterSchema, listAuditInput } from './audit.schema.ts';
import { exportAuditEvents, listAuditActors, listAuditEvents } from './audit.service.ts';

let caller: Caller;
let other: Caller;
const start = new Date('2026-03-01T00:00:00Z').getTime();

beforeAll(async () => {
  [caller, other] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  const { workspaceId, actor } = caller;
  const key = `key:${new ObjectId().toHexString()}`;
  for (let i = 0; i < 12; i += 1)
    await writeAudit({
      workspaceId,
      actor: i % 3 === 0 ? key : actor,
      ...(i % 3 === 0 ? { actorName: 'Till (new)' } : {}),
      action: i % 2 === 0 ? 'campaigns.launch' : 'customers.update',
      targetId: `thing-${i}`,
      targetName: i === 4 ? '=Spring (sale)' : `Thing ${i}`,
      after: { note: '=1+1' },
    });
  // Three share a moment, so that a page may end between them.
  const rows = await collection<AuditEventDocument>('auditEvents')
    .find({ workspaceId: new ObjectId(workspaceId) })
    .sort({ _id: 1 })
    .toArray();
  for (const [i, { _id }] of rows.entries())
    await collection('auditEvents').updateOne(
      { _id },
      { $set: { createdAt: new Date(start + Math.floor(i / 3) * 86_400_000) } },
    );
  await writeAudit({ workspaceId: other.workspaceId, actor: other.actor, action: 'campaigns.launch' });
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(other)]);
  await closeDatabase();
});

const list = async (input: object) => (await listAuditEvents(caller, listAuditInput.parse(input))).items;
const names = async (input: object) => (await list(input)).map((event) => event.targetId);

describe('the log', () => {
  it('comes newest first, each event once, whatever the pages', async () => {
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAuditEvents(caller, listAuditInput.parse({ limit: 4, cursor }));
      all.push(...page.items.map((event) => event.targetId ?? ''));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(all).toEqual(Array.from({ length: 12 }, (_, i) => `thing-${11 - i}`));
  });

  it('is read in words', async () => {
    expect((await list({ limit: 1 }))[0]).toMatchObject({
      inWords: 'changed the customer',
      actorName: expect.stringContaining('Sample Owner'),
      after: { note: '=1+1' },
    });
  });

  it('is filtered by who, what, which thing and when', async () => {
    expect(await names({ actor: caller.actor })).toHaveLength(8);
    expect(await names({ action: 'campaigns.launch' })).toHaveLength(6);
    expect(await names({ action: 'customers' })).toHaveLength(6);
    expect(await names({ action: 'custom' })).toEqual([]);
    expect(await names({ target: 'thing-7' })).toEqual(['thing-7']);
    expect(await names({ target: 'SPRING (' })).toEqual(['thing-4']);
    expect(await names({ target: '.*' })).toEqual([]);
    expect(await names({ from: '2026-03-02', until: '2026-03-03T00:00:00Z', actor: caller.actor })).toEqual([
      'thing-5',
      'thing-4',
    ]);
  });

  it('refuses filters that are none', () => {
    for (const wrong of [
      { actor: 'ann' },
      { action: '$where' },
      { from: 'yesterday' },
      { cursor: '1' },
      { target: '' },
    ])
      expect(listAuditInput.safeParse(wrong).success).toBe(false);
  });

  it('knows whoever is in it, by name', async () => {
    expect((await listAuditActors(caller)).map(({ name }) => name)).toEqual([
      expect.stringContaining('Sample Owner'),
      'Till (new)',
    ]);
    expect(await listAuditActors(other)).toMatchObject([{ actor: other.actor }]);
  });

  it('is for administrators', async () => {
    for (const role of ['VIEWER', 'MARKETER'] as const) {
      await expect(listAuditEvents({ ...caller, role }, listAuditInput.parse({}))).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      expect(() => exportAuditEvents({ ...caller, role }, {})).toThrow('may not do this');
    }
  });
});

describe('as a file', () => {
  it('it holds what the list holds, and nothing a spreadsheet would run', async () => {
    const text = (await Array.fromAsync(exportAuditEvents(caller, auditFilterSchema.parse({})))).join('');
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    const all = await list({ limit: 500 });
    expect(data.map((row) => row.targetId)).toEqual(all.map((event) => event.targetId));
    expect(data.find((row) => row.targetId === 'thing-4')).toMatchObject({
      targetName: "'=Spring (sale)",
      inWords: 'launched the campaign',
      after: '{"note":"=1+1"}',
      at: '2026-03-02T00:00:00.000Z',
    });
  });
});
