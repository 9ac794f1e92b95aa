import type { Filter, ObjectId } from 'mongodb';
import type { AuditEventDocument } from '../../server/audit.ts';
import { behind } from '../../server/behind.ts';
import { collection } from '../../server/db.ts';
import type { AuditFilter } from './audit.schema.ts';

const events = () => collection<AuditEventDocument>('auditEvents');

/** Where a page ended: several events may share a millisecond. */
export interface Place {
  createdAt: Date;
  id: ObjectId;
}

const NEWEST_FIRST = { createdAt: -1, _id: -1 } as const;

/** Events that fit, newest first, after a place. */
export const listEvents = (
  workspaceId: ObjectId,
  filter: AuditFilter,
  { after, limit }: { after: Place | null; limit: number },
): Promise<AuditEventDocument[]> =>
  events()
    .find(
      {
        $and: [
          matching(workspaceId, filter),
          ...(after
            ? behind('createdAt', { value: after.createdAt, id: after.id }, { descending: true })
            : []),
        ],
      },
      { sort: NEWEST_FIRST, limit },
    )
    .toArray();

/** All events that fit, newest first. */
export const walkEvents = (workspaceId: ObjectId, filter: AuditFilter): AsyncIterable<AuditEventDocument> =>
  events().find(matching(workspaceId, filter), { sort: NEWEST_FIRST, batchSize: 500 });

function matching(
  workspaceId: ObjectId,
  { actor, action, target, from, until }: AuditFilter,
): Filter<AuditEventDocument> {
  const text = target && new RegExp(target.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
  return {
    workspaceId,
    ...(actor ? { actor } : {}),
    ...(action ? { action: action.includes('.') ? action : { $regex: `^${action}\\.` } } : {}),
    ...(target && text ? { $or: [{ targetId: target }, { targetName: { $regex: text } }] } : {}),
    ...(from || until
      ? { createdAt: { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) } }
      : {}),
  };
}

/** Whoever is in the log, by the name they had last; at most `limit`. */
export async function listActors(
  workspaceId: ObjectId,
  limit: number,
): Promise<{ actor: string; name: string | null }[]> {
  const rows = await events()
    .aggregate<{ _id: string; name: string | null }>([
      { $match: { workspaceId } },
      { $sort: { createdAt: 1 } },
      { $group: { _id: '$actor', name: { $last: '$actorName' } } },
      { $sort: { _id: 1 } },
      { $limit: limit },
    ])
    .toArray();
  return rows.map(({ _id, name }) => ({ actor: _id, name }));
}
