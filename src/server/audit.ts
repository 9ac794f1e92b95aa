import { AsyncLocalStorage } from 'node:async_hooks';
import { isDeepStrictEqual } from 'node:util';
import { ObjectId } from 'mongodb';
import type { Client } from './client.ts';
import { collection } from './db.ts';
import { log } from './log.ts';
import { singleton } from './singleton.ts';

/**
 * The one way into the audit log: who did what to which thing, when and from where. Every successful mutation of a
 * signed-in caller is written down by the tRPC middleware (trpc.ts); a use case adds what it alone knows with
 * `noteChange`. What is no procedure (uploads, downloads, signing in, operators' commands) calls `writeAudit` itself.
 */

type Fields = Readonly<Record<string, unknown>>;

/** What a use case knows of the change it has just made. */
export interface Change {
  targetId?: string | undefined;
  /** What people call the thing. */
  targetName?: string | null | undefined;
  /** Fields as they were. With `after`, only those that differ are kept. */
  before?: Fields | undefined;
  after?: Fields | undefined;
  /** The workspace it happened in, where that is not the caller's: one just made, joined or entered. */
  workspaceId?: string | undefined;
}

export interface AuditEntry extends Change {
  workspaceId: string;
  /** `user:<id>`, `key:<id>`, `cli` or `system`. */
  actor: string;
  /** Looked up when it is left out. */
  actorName?: string | null | undefined;
  /** A procedure's path such as `campaigns.launch`, or a word of the same form. */
  action: string;
  client?: Client | undefined;
  requestId?: string | undefined;
}

export interface AuditEventDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  actor: string;
  actorName: string | null;
  action: string;
  targetId: string | null;
  targetName: string | null;
  before: Fields | null;
  after: Fields | null;
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
  createdAt: Date;
}

const events = () => collection<AuditEventDocument>('auditEvents');

const noted = () => singleton('audit-change', () => new AsyncLocalStorage<Change>());

/** Runs `work`, gathering what the use cases in it note about their change. */
export async function withChange<T>(work: () => Promise<T>): Promise<{ value: T; change: Change }> {
  const change: Change = {};
  return { value: await noted().run(change, work), change };
}

/**
 * Tells the audit log what the present request changes: `noteChange({ targetId, targetName, before, after })`. Called
 * again, what it names is replaced. Secrets are hidden by their names and long things cut, but do not hand over whole
 * lists of people or messages. Outside of an audited request, as in jobs, it does nothing.
 */
export function noteChange(change: Change): void {
  Object.assign(noted().getStore() ?? {}, change);
}

/**
 * Writes one event. Never throws: what was done is done, and must not be reported as failed. An event that could not be
 * written is logged as an error with everything but its contents, so that it is missed.
 */
export async function writeAudit(entry: AuditEntry): Promise<void> {
  const { workspaceId, actor, action, targetId, targetName, client, requestId } = entry;
  try {
    await events().insertOne({
      _id: new ObjectId(),
      workspaceId: new ObjectId(workspaceId),
      actor,
      actorName: cut(entry.actorName === undefined ? await nameOf(actor) : entry.actorName),
      action,
      targetId: targetId ?? null,
      targetName: cut(targetName ?? null),
      ...changedFields(entry),
      address: client?.address ?? null,
      userAgent: client?.userAgent ?? null,
      requestId: requestId ?? null,
      createdAt: new Date(),
    });
  } catch (error) {
    log().error(
      // The message alone: a database names the values it refused in the rest.
      { workspaceId, actor, action, targetId, requestId, err: String(error) },
      'An event of the audit log could not be written; this line stands in for it',
    );
  }
}

/**
 * Writes what concerns somebody's account, such as signing in, into the log of each workspace they are a member of: an
 * account opens the doors of all of them. Never throws.
 * @param action such as `account.signIn`; for a failed one, the account that was tried
 */
export async function writeAccountAudit(
  userId: string,
  entry: Omit<AuditEntry, 'workspaceId' | 'actor'>,
): Promise<void> {
  try {
    const memberships = await collection<{ workspaceId: ObjectId; userId: ObjectId }>('memberships')
      .find({ userId: new ObjectId(userId) }, { projection: { workspaceId: 1 }, limit: MAX_WORKSPACES })
      .toArray();
    const actor = `user:${userId}`;
    const actorName = entry.actorName ?? (await nameOf(actor));
    await Promise.all(
      memberships.map(({ workspaceId }) =>
        writeAudit({ ...entry, actor, actorName, workspaceId: workspaceId.toHexString() }),
      ),
    );
  } catch (error) {
    log().error(
      { userId, action: entry.action, requestId: entry.requestId, err: String(error) },
      'An event of an account could not be written into the audit log; this line stands in for it',
    );
  }
}

/** What people call whoever did it, as it is now: names change and people go, the log stays. */
async function nameOf(actor: string): Promise<string | null> {
  const [kind, id = ''] = actor.split(':');
  if (!ObjectId.isValid(id)) return null;
  const _id = new ObjectId(id);
  if (kind === 'key') {
    const key = await collection<{ _id: ObjectId; name: string }>('apiKeys').findOne(
      { _id },
      { projection: { name: 1 } },
    );
    return key?.name ?? null;
  }
  const user = await collection<{ _id: ObjectId; name: string | null; email: string }>('users').findOne(
    { _id },
    { projection: { name: 1, email: 1 } },
  );
  return user ? (user.name ? `${user.name} (${user.email})` : user.email) : null;
}

/**
 * Takes out of the log what it says of a person who is to be forgotten: the events stay, without the thing's name and
 * without its fields.
 * @param names texts that stand for the person as a thing's name, such as their address
 */
export async function forgetInAudit(
  workspaceId: string,
  { targetIds, names }: { targetIds: readonly string[]; names: readonly string[] },
): Promise<void> {
  await events().updateMany(
    {
      workspaceId: new ObjectId(workspaceId),
      $or: [{ targetId: { $in: [...targetIds] } }, { targetName: { $in: [...names] } }],
    },
    { $set: { targetName: null, before: null, after: null } },
  );
}

/** Nobody is a member of more; the first joined count. */
const MAX_WORKSPACES = 200;
const MAX_TEXT = 500;
const MAX_ENTRIES = 50;
const MAX_DEPTH = 12;
/** Also in other spellings: passwordHash, newPassword, receiptSecrets, apiKey. */
const SECRET = /password|secret|token|hash|authorization|cookie|recovery|^(api|encryption|private)?-?key$/i;

const cut = (text: string | null): string | null =>
  text !== null && text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;

/** The fields that differ, as they are stored: of a new or deleted thing, all that was noted. */
export function changedFields({ before, after }: Pick<Change, 'before' | 'after'>): {
  before: Fields | null;
  after: Fields | null;
} {
  if (!before || !after)
    return { before: before ? storable(before) : null, after: after ? storable(after) : null };
  const names = Object.keys(after).filter(
    (name) => !isDeepStrictEqual(plain(before[name]), plain(after[name])),
  );
  const of = (fields: Fields) =>
    storable(Object.fromEntries(names.map((name) => [name, fields[name] ?? null])));
  return { before: of(before), after: of(after) };
}

/** As it would be in JSON, so that two of the same are the same; undefined and null are. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

function storable(fields: Fields): Fields | null {
  const shown = shorten(plain(fields), 0);
  return typeof shown === 'object' && shown !== null && Object.keys(shown).length > 0 ? { ...shown } : null;
}

function shorten(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return '…';
  if (Array.isArray(value)) {
    const shown = value.slice(0, MAX_ENTRIES).map((item) => shorten(item, depth + 1));
    return value.length > MAX_ENTRIES ? [...shown, `… and ${value.length - MAX_ENTRIES} more`] : shown;
  }
  const entries = Object.entries(value);
  return Object.fromEntries([
    ...entries
      .slice(0, MAX_ENTRIES)
      // A database takes neither sign everywhere in a name.
      .map(([name, item]) => [
        name.replace(/[.$\0]/g, '_'),
        SECRET.test(name) && item !== null && item !== false ? '(hidden)' : shorten(item, depth + 1),
      ]),
    ...(entries.length > MAX_ENTRIES ? [['…', `and ${entries.length - MAX_ENTRIES} more`]] : []),
  ]);
}
