import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeQueues } from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { createAudience, listAudiences } from '../audiences/audiences.service.ts';
import { transition } from './campaigns.repository.ts';
import type { ListCampaignsInput } from './campaigns.schema.ts';
import { createCampaign, listCampaigns } from './campaigns.service.ts';

let caller: Caller;
let stranger: Caller;

const NAMES = ['Spring sale', 'Summer SALE', '50% (off)', 'Birthday'];

beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  for (const owner of [caller, stranger])
    for (const name of NAMES) {
      const { id } = await createAudience(owner, { name, rules: { combinator: 'and', rules: [] } });
      await createCampaign(owner, {
        name,
        audienceId: id,
        channel: 'EMAIL',
        template: { subject: 'Hello', body: 'Hello' },
      });
    }
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

describe.each([
  { what: 'campaigns', list: (search: string) => listCampaigns(caller, { limit: 10, search }) },
  { what: 'audiences', list: (search: string) => listAudiences(caller, { limit: 10, search }) },
])('$what by a part of their name', ({ list }) => {
  const names = async (search: string) => (await list(search)).items.map(({ name }) => name);

  it('are found whatever the case, newest first, in this workspace alone', async () => {
    expect(await names('sale')).toEqual(['Summer SALE', 'Spring sale']);
    expect(await names('nothing like it')).toEqual([]);
  });

  it('are looked for as typed: signs of patterns have no meaning', async () => {
    expect(await names('50% (o')).toEqual(['50% (off)']);
    expect(await names('.*')).toEqual([]);
  });

  it('all stand there when nothing is looked for', async () => {
    expect(await names('')).toHaveLength(NAMES.length);
  });
});

describe('campaigns by what they are at', () => {
  it('are those being sent or paused, of one status, or both', async () => {
    const workspaceId = new ObjectId(caller.workspaceId);
    const { items } = await listCampaigns(caller, { limit: 10 });
    const [birthday, percent, summer, spring] = items;
    for (const [campaign, status] of [
      [birthday, 'SENDING'],
      [percent, 'PAUSED'],
      [summer, 'COMPLETED'],
    ] as const)
      await transition(workspaceId, new ObjectId(campaign?.id), ['DRAFT'], { status });
    const ids = async (wanted: Omit<ListCampaignsInput, 'limit'>) =>
      (await listCampaigns(caller, { limit: 10, ...wanted })).items.map(({ id }) => id);
    expect(await ids({ underWay: 'true' })).toEqual([birthday?.id, percent?.id]);
    expect(await ids({ underWay: 'true', search: '50%' })).toEqual([percent?.id]);
    expect(await ids({ underWay: 'true', status: 'PAUSED' })).toEqual([percent?.id]);
    expect(await ids({ underWay: 'true', status: 'DRAFT' })).toEqual([]);
    expect(await ids({ status: 'DRAFT' })).toEqual([spring?.id]);
    expect((await listCampaigns(stranger, { limit: 10, underWay: 'true' })).items).toEqual([]);
  });
});
