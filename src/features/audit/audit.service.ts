import { ObjectId } from 'mongodb';
import { type CsvCell, csvFile } from '../../lib/csv-writer.ts';
import type { AuditEventDocument } from '../../server/audit.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import * as repository from './audit.repository.ts';
import type { AuditEvent, AuditFilter, ListAuditInput } from './audit.schema.ts';
import { actionInWords } from './audit-actions.schema.ts';

/** People and keys to choose from; a workspace with more than these is searched by the thing or the time. */
const MAX_ACTORS = 500;

/** The workspace's log, newest first. */
export async function listAuditEvents(
  caller: Caller,
  { limit, cursor, ...filter }: ListAuditInput,
): Promise<{ items: AuditEvent[]; nextCursor: string | null }> {
  requirePermission(caller, 'audit:read');
  const rows = await repository.listEvents(new ObjectId(caller.workspaceId), filter, {
    limit: limit + 1,
    after: cursor ? readCursor(cursor) : null,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toAuditEvent),
    nextCursor: rows.length > limit && last ? writeCursor(last) : null,
  };
}

const writeCursor = ({ createdAt, _id }: AuditEventDocument): string =>
  `${createdAt.getTime()}.${_id.toHexString()}`;

function readCursor(cursor: string): repository.Place {
  const [at = '', id = ''] = cursor.split('.');
  return { createdAt: new Date(Number(at)), id: new ObjectId(id) };
}

/** Whoever did something here, to choose from, by name. */
export async function listAuditActors(caller: Caller): Promise<{ actor: string; name: string | null }[]> {
  requirePermission(caller, 'audit:read');
  const actors = await repository.listActors(new ObjectId(caller.workspaceId), MAX_ACTORS);
  return actors.toSorted((a, b) => (a.name ?? a.actor).localeCompare(b.name ?? b.actor));
}

const HEADER = [
  'at',
  'actor',
  'actorName',
  'action',
  'inWords',
  'targetId',
  'targetName',
  'before',
  'after',
  'address',
  'userAgent',
  'requestId',
];

/** The log as a CSV file, newest first, piece by piece; fields before and after as JSON. */
export function exportAuditEvents(caller: Caller, filter: AuditFilter): AsyncGenerator<string> {
  requirePermission(caller, 'audit:read');
  return csvFile(HEADER, csvRows(new ObjectId(caller.workspaceId), filter));
}

async function* csvRows(workspaceId: ObjectId, filter: AuditFilter): AsyncGenerator<CsvCell[]> {
  const json = (fields: unknown) => (fields === null ? null : JSON.stringify(fields));
  for await (const row of repository.walkEvents(workspaceId, filter))
    yield [
      row.createdAt.toISOString(),
      row.actor,
      row.actorName,
      row.action,
      actionInWords(row.action),
      row.targetId,
      row.targetName,
      json(row.before),
      json(row.after),
      row.address,
      row.userAgent,
      row.requestId,
    ];
}

const toAuditEvent = (row: AuditEventDocument): AuditEvent => ({
  id: row._id.toHexString(),
  at: row.createdAt,
  actor: row.actor,
  actorName: row.actorName,
  action: row.action,
  inWords: actionInWords(row.action),
  targetId: row.targetId,
  targetName: row.targetName,
  before: row.before,
  after: row.after,
  address: row.address,
  userAgent: row.userAgent,
  requestId: row.requestId,
});
