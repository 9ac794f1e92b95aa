import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../server/db.ts';
import type { Caller } from '../../../server/permissions.ts';
import { closeQueues, queue } from '../../../server/queue.ts';
import { closeRedis } from '../../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../../server/testing/workspace.ts';
import { type GroqServer, startGroqServer } from '../../ai/testing/groq-server.ts';
import { createAudience } from '../../audiences/audiences.service.ts';
import { createCampaign, getCampaign, listCampaigns, updateCampaign } from '../campaigns.service.ts';
import { duplicateCampaign } from '../copies.service.ts';
import { refineTags, setTags } from './tags.service.ts';

let server: GroqServer;
let caller: Caller;
let stranger: Caller;
let audienceId: string;

beforeAll(async () => {
  server = await startGroqServer();
  Object.assign(process.env, {
    GROQ_API_KEY: 'gsk_sample',
    GROQ_BASE_URL: server.url,
    GROQ_TIMEOUT_MS: '2000',
  });
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  const audience = await createAudience(caller, {
    name: 'VIPs',
    rules: { combinator: 'and', rules: [{ field: 'tags', operator: '=', value: 'vip' }] },
  });
  audienceId = audience.id;
});
const made: string[] = [];
afterAll(async () => {
  await Promise.all(made.map((id) => queue('words').remove(`tag-${id}`)));
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await server.stop();
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

async function draft(name: string) {
  const campaign = await createCampaign(caller, {
    name,
    audienceId,
    channel: 'EMAIL',
    template: { subject: 'Hello', body: 'Hello' },
  });
  made.push(campaign.id);
  return campaign;
}
const tagsOf = async (id: string) => (await getCampaign(caller, id)).tags;
const refine = (campaignId: string) => refineTags({ workspaceId: caller.workspaceId, campaignId });

describe('tags of a campaign', () => {
  it('are found when it is made and when it is changed, and asked for at the AI service soon after', async () => {
    const { id, tags } = await draft('Summer sale');
    expect(tags).toEqual(['seasonal', 'sale', 'VIP']);
    expect((await queue('words').getJob(`tag-${id}`))?.data).toEqual({
      workspaceId: caller.workspaceId,
      campaignId: id,
    });
    expect((await updateCampaign(caller, { id, name: 'Newsletter' })).tags).toEqual(['newsletter', 'VIP']);
    const copy = await duplicateCampaign(caller, id);
    expect(copy.tags).toEqual(['newsletter', 'VIP']);
  });

  it('are those the AI service chooses from the one list, except where people decided', async () => {
    const { id } = await draft('Summer sale');
    expect((await setTags(caller, { id, tags: ['seasonal', 'sale', 'event'] })).tags.toSorted()).toEqual(
      ['event', 'sale', 'seasonal'].toSorted(),
    );
    server.script({ say: { tags: ['VIP', 'high value', 'high value'] } });
    await refine(id);
    // VIP was taken off by hand, the event put on.
    expect((await tagsOf(id)).toSorted()).toEqual(['event', 'high value'].toSorted());
  });

  it('of the AI service’s own making are sent back, and the found ones stay', async () => {
    const { id } = await draft('Summer sale');
    server.script({ say: { tags: ['sale', 'buy now'] } }, { say: { tags: ['buy now'] } });
    await refine(id);
    expect(server.received).toHaveLength(2);
    expect(await tagsOf(id)).toEqual(['seasonal', 'sale', 'VIP']);
  });

  it('are listed by', async () => {
    const { id } = await draft('Birthday wishes');
    const { items } = await listCampaigns(caller, { limit: 10, tag: 'birthday' });
    expect(items.map((c) => c.id)).toEqual([id]);
    await setTags(caller, { id, tags: [] });
    expect((await listCampaigns(caller, { limit: 10, tag: 'birthday' })).items).toEqual([]);
  });

  it('are nobody else’s to see or change', async () => {
    const { id } = await draft('Summer sale');
    await expect(setTags(stranger, { id, tags: ['event'] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(setTags({ ...caller, role: 'VIEWER' }, { id, tags: [] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    server.script();
    await refineTags({ workspaceId: stranger.workspaceId, campaignId: id });
    expect(server.received).toEqual([]);
    expect((await listCampaigns(stranger, { limit: 10, tag: 'sale' })).items).toEqual([]);
  });
});
