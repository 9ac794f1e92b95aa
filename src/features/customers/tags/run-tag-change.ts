import { type ClientSession, ObjectId } from 'mongodb';
import { inPages } from '../../../lib/in-pages.ts';
import { withTransaction } from '../../../server/db.ts';
import { withLease } from '../../../server/lease.ts';
import { laterThan } from '../../../server/versions.ts';
import { walkSelected } from '../../audiences/customer-selection.service.ts';
import { findTags, setTags } from '../customers.repository.ts';
import { type Retagged, retag, untag } from './retag.ts';
import * as repository from './tag-changes.repository.ts';
import { told } from './tag-changes.service.ts';

/** Customers changed in one transaction: short enough that nobody who edits one of them waits. */
const PAGE = 500;
/** How long one run changes before the next job gets its turn. */
const TURN_MS = 20_000;
const BUSY_RETRY_MS = 1_000;

interface Run {
  workspaceId: string;
  changeId: string;
  signal: AbortSignal;
}

/**
 * Changes tags page by page: the tags, what an undo needs and how far it has come are one transaction, so a run that was
 * killed is gone on with exactly behind the last whole page, and a page is never done twice.
 * @returns null when it is over; else in how many milliseconds to run it again
 */
export async function runTagChange({
  workspaceId: workspace,
  changeId,
  signal,
}: Run): Promise<number | null> {
  const ran = await withLease(`tags.${changeId}`, async () => {
    const workspaceId = new ObjectId(workspace);
    const started = await repository.updateChange(
      workspaceId,
      new ObjectId(changeId),
      { status: { $in: ['QUEUED', 'RUNNING'] } },
      { status: 'RUNNING' },
    );
    return started ? changePages(started, signal) : null;
  });
  return ran ? ran.value : BUSY_RETRY_MS;
}

async function changePages(
  started: repository.TagChangeDocument,
  signal: AbortSignal,
): Promise<number | null> {
  const endOfTurn = Date.now() + TURN_MS;
  let change = started;
  await told(change);
  for await (const ids of inPages(idsOf(change), PAGE)) {
    if (ids.length === 0) break;
    const next = await withTransaction((session) => changePage(change, ids, session));
    // Cancelled meanwhile.
    if (!next) return null;
    change = next;
    await told(change);
    if (ids.length === PAGE && (signal.aborted || Date.now() > endOfTurn)) return 0;
  }
  const done = await repository.updateChange(
    change.workspaceId,
    change._id,
    { status: 'RUNNING' },
    { status: 'DONE', finishedAt: new Date() },
  );
  if (done) await told(done);
  return null;
}

/** Whom the change is about and has not come to, in the order of ids. */
async function* idsOf({
  workspaceId,
  target,
  lastId,
  createdAt,
}: repository.TagChangeDocument): AsyncGenerator<ObjectId> {
  if ('ids' in target) {
    yield* target.ids.filter((id) => !lastId || id.toHexString() > lastId.toHexString());
    return;
  }
  const except = new Set(target.except.map((id) => id.toHexString()));
  const walk = walkSelected<{ _id: ObjectId }>(
    { workspaceId, rules: target.rules, now: createdAt },
    { after: lastId, projection: { _id: 1 }, batchSize: PAGE },
  );
  for await (const { _id } of walk) if (!except.has(_id.toHexString())) yield _id;
}

async function changePage(
  change: repository.TagChangeDocument,
  ids: readonly ObjectId[],
  session: ClientSession,
): Promise<repository.TagChangeDocument | null> {
  const { workspaceId, _id } = change;
  const rows: repository.TagChangeRow[] = [];
  let full = 0;
  const found = await findTags(workspaceId, ids, session);
  for (const { _id: id, tags } of found) {
    const outcome = retag(tags, change);
    if (outcome === 'full') full += 1;
    else if (outcome) rows.push({ id, ...outcome });
  }
  const next = await repository.updateChange(
    workspaceId,
    _id,
    { status: 'RUNNING', lastId: change.lastId },
    {
      looked: change.looked + ids.length,
      changed: change.changed + rows.length,
      full: change.full + full,
      batches: change.batches + (rows.length > 0 ? 1 : 0),
      lastId: ids.at(-1) ?? change.lastId,
    },
    session,
  );
  if (!next || rows.length === 0) return next;
  await repository.insertBatch(
    {
      _id: new ObjectId(),
      workspaceId,
      changeId: _id,
      batch: change.batches,
      rows,
      createdAt: new Date(),
    },
    session,
  );
  await setTags(workspaceId, tagsById(rows), laterThanAll(found), session);
  return next;
}

const tagsById = (rows: readonly (Pick<Retagged, 'set'> & { id: ObjectId })[]): Map<string, string[]> =>
  new Map(rows.map(({ id, set }) => [id.toHexString(), set]));

const laterThanAll = (rows: readonly { updatedAt: Date }[]): Date =>
  laterThan(new Date(Math.max(...rows.map(({ updatedAt }) => updatedAt.getTime()), 0)));

/** Ends a change that breaks off again and again, for the person who asked for it. */
export async function abandonTagChange(workspaceId: string, changeId: string): Promise<void> {
  const failed = await repository.updateChange(
    new ObjectId(workspaceId),
    new ObjectId(changeId),
    { status: { $in: ['QUEUED', 'RUNNING'] } },
    {
      status: 'FAILED',
      error:
        'It broke off again and again. Who was changed so far stays so; undo it, or ask for the same once more: whoever has the tags already is left alone.',
      finishedAt: new Date(),
    },
  );
  if (failed) await told(failed);
}

/**
 * Takes a change back, from its last batch to its first; a batch's tags and the end of its record are one transaction.
 * @returns as runTagChange does
 */
export async function runTagUndo({ workspaceId: workspace, changeId, signal }: Run): Promise<number | null> {
  const workspaceId = new ObjectId(workspace);
  const id = new ObjectId(changeId);
  const ran = await withLease(`tags.${changeId}`, async () => {
    const endOfTurn = Date.now() + TURN_MS;
    for (;;) {
      const [change, last] = await Promise.all([
        repository.findChange(workspaceId, id),
        repository.findLastBatch(workspaceId, id),
      ]);
      if (change?.undo?.status !== 'RUNNING') return null;
      const { undo } = change;
      const next = last
        ? await withTransaction((session) => undoBatch(change, undo, last, session))
        : await repository.updateChange(
            workspaceId,
            id,
            { 'undo.status': 'RUNNING' },
            { undo: { ...undo, status: 'DONE' } },
          );
      if (next) await told(next);
      if (!last) return null;
      if (signal.aborted || Date.now() > endOfTurn) return 0;
    }
  });
  return ran ? ran.value : BUSY_RETRY_MS;
}

async function undoBatch(
  { workspaceId, _id }: repository.TagChangeDocument,
  undo: repository.UndoDocument,
  { _id: batchId, rows }: { _id: ObjectId; rows: repository.TagChangeRow[] },
  session: ClientSession,
): Promise<repository.TagChangeDocument | null> {
  if (!(await repository.deleteBatch(workspaceId, batchId, session))) return null;
  const found = await findTags(
    workspaceId,
    rows.map(({ id }) => id),
    session,
  );
  const current = new Map(found.map(({ _id: id, tags }) => [id.toHexString(), tags]));
  const back = new Map<string, string[]>();
  for (const row of rows) {
    const tags = current.get(row.id.toHexString());
    const restored = tags ? untag(tags, row) : null;
    if (restored) back.set(row.id.toHexString(), restored);
  }
  await setTags(workspaceId, back, laterThanAll(found), session);
  return repository.updateChange(
    workspaceId,
    _id,
    { 'undo.status': 'RUNNING' },
    {
      undo: {
        ...undo,
        restored: undo.restored + back.size,
        kept: undo.kept + rows.length - back.size,
      },
    },
    session,
  );
}
