import { ObjectId } from 'mongodb';
import { getEnv } from '../../../env.ts';
import { enqueue } from '../../../server/queue.ts';
import { findAudienceRules } from '../../audiences/audiences.service.ts';
import { tagJob } from '../campaigns.jobs.ts';
import type { CampaignDocument, StoredTag } from '../campaigns.repository.ts';
import type { Template } from '../campaigns.schema.ts';
import { findTags } from './find-tags.ts';
import type { CampaignTag } from './tags.schema.ts';

/** The AI service is asked once a draft has not changed for this long. */
const ASK_AFTER_MS = 5_000;

/** The tags shown of those kept: what was taken off by hand is kept too, so that it stays off. */
export const shownTags = (stored: readonly StoredTag[] | null | undefined): CampaignTag[] =>
  (stored ?? []).filter(({ removed }) => !removed).map(({ tag }) => tag);

/** Found tags in place of those found before; what people put on or took off stays as they have it. */
export function mergeTags(
  stored: readonly StoredTag[] | null | undefined,
  found: readonly CampaignTag[],
  by: 'rules' | 'ai',
): StoredTag[] {
  const decided = (stored ?? []).filter((tag) => tag.by === 'hand');
  const open = found.filter((name) => !decided.some(({ tag }) => tag === name));
  return [...decided, ...open.map((tag): StoredTag => ({ tag, by, removed: false }))];
}

/** The tags by hand: those of `wanted` that were not there are put on, those there that it lacks are taken off. */
export function changeTags(
  stored: readonly StoredTag[] | null | undefined,
  wanted: readonly CampaignTag[],
): StoredTag[] {
  const kept = stored ?? [];
  const known = kept.map(({ tag, by, removed }): StoredTag => {
    const off = !wanted.includes(tag);
    return off === removed ? { tag, by, removed } : { tag, by: 'hand', removed: off };
  });
  const added = wanted.filter((name) => !kept.some(({ tag }) => tag === name));
  return [...known, ...added.map((tag): StoredTag => ({ tag, by: 'hand', removed: false }))];
}

/** The tags of a campaign as it is about to be written, found at once and without any service. */
export async function tagsFor(
  workspaceId: string,
  campaign: { name: string; template: Template; audienceId: string },
  stored: readonly StoredTag[] | null | undefined,
): Promise<StoredTag[]> {
  const rules = await findAudienceRules(workspaceId, new ObjectId(campaign.audienceId));
  return mergeTags(stored, findTags({ ...campaign, rules }), 'rules');
}

/** Lets the AI service choose again, soon and where there is one. */
export async function refineTagsSoon({ workspaceId, _id }: CampaignDocument): Promise<void> {
  if (!getEnv().groq) return;
  const target = { workspaceId: workspaceId.toHexString(), campaignId: _id.toHexString() };
  await enqueue(tagJob, target, { delayMs: ASK_AFTER_MS });
}
