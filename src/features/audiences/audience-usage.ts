import { ObjectId } from 'mongodb';
import { plural } from '../../lib/format.ts';
import { campaignsOfAudience } from '../campaigns/audience-use.ts';
import * as repository from './audiences.repository.ts';
import type { Audience, AudienceUsage } from './audiences.schema.ts';
import { snapshotIdsOf } from './rules/snapshot-ids.ts';

/** Campaigns named one by one; of more the number is told. */
const SHOWN_CAMPAIGNS = 50;

/** What speaks to an audience or refers to it: while there is any, it must stay. */
export async function usageOf(workspaceId: string, { id }: Pick<Audience, 'id'>): Promise<AudienceUsage> {
  const [{ campaigns, total }, audiences] = await Promise.all([
    campaignsOfAudience(workspaceId, id, SHOWN_CAMPAIGNS),
    audiencesNaming(workspaceId, id),
  ]);
  return { campaigns, campaignCount: total, audiences };
}

async function audiencesNaming(workspaceId: string, snapshotId: string) {
  const found: AudienceUsage['audiences'] = [];
  // Rules can be nested at will, so they are read; a workspace has some hundred at most.
  for await (const { id, name, rules } of repository.walkAudiences(new ObjectId(workspaceId)))
    if (id !== snapshotId && snapshotIdsOf(rules).has(snapshotId)) found.push({ id, name });
  return found;
}

const NAMED = 3;

/** “The campaigns “A” and “B” use this audience”, as a reason why it cannot be deleted; null when nothing does. */
export function reasonToKeep({ campaigns, campaignCount, audiences }: AudienceUsage): string | null {
  const parts = [
    campaignCount > 0 &&
      `The ${campaignCount === 1 ? 'campaign' : 'campaigns'} ${names(campaigns, campaignCount)} ${campaignCount === 1 ? 'uses' : 'use'} this audience`,
    audiences.length > 0 &&
      `the ${audiences.length === 1 ? 'audience' : 'audiences'} ${names(audiences, audiences.length)} ${audiences.length === 1 ? 'refers' : 'refer'} to it`,
  ].filter((part) => part !== false);
  const [first] = parts;
  if (!first) return null;
  const text = parts.join(', and ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}, so it cannot be deleted.`;
}

function names(things: readonly { name: string }[], total: number): string {
  const shown = things.slice(0, NAMED).map(({ name }) => `“${name}”`);
  const more = total - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${plural(more, 'more', 'more')}`;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
