import type { Document, ObjectId } from 'mongodb';
import { impersonal } from '../../../lib/impersonal.ts';
import { forgetInAudit } from '../../../server/audit.ts';
import { forgetAnswers } from '../../../server/idempotency.ts';
import { deleteFilesHolding } from '../../imports/uploaded-files.service.ts';
import { erasedNumber } from '../../suppressions/suppressions.service.ts';
import { type Person, REMOVED, type Traces } from '../traces.ts';
import * as scrub from './scrub.repository.ts';

/** Whose traces a step takes away. */
export interface Sought {
  workspaceId: ObjectId;
  /** The customer's id; an id that nothing names where there was no customer. */
  customerId: ObjectId;
  person: Person;
  traces: Traces;
  signal: AbortSignal;
}

type Step = (sought: Sought) => Promise<void>;

/** Everything there is to go through, in this order. Each step may be done twice; none changes a figure. */
export const steps: readonly Step[] = [
  messagesOfCustomer,
  deadLetters,
  messagesToAddress,
  suppressions,
  importRows,
  ({ workspaceId, customerId }) => scrub.pullChangesOf(workspaceId, customerId),
  ({ workspaceId, customerId }) => scrub.pullTagChangesOf(workspaceId, customerId),
  uploadedFiles,
  importNames,
  (sought) => textsOf(sought, 'audiences', ['name', 'description', 'rules']),
  webhookDeliveries,
  auditEvents,
  storedAnswers,
  unmatchedReceipts,
];

type Changes = Parameters<typeof scrub.setFields>[1][number];

/** The same words a summary groups failures by, so that it counts them as before. */
const scrubReason = (traces: Traces, reason: string | null | undefined) =>
  reason ? traces.out(impersonal(reason)) : (reason ?? null);

const scrubMessages = ({ workspaceId, traces }: Sought, page: readonly scrub.MessageTexts[]): Promise<void> =>
  scrub.setTexts(
    workspaceId,
    page.flatMap((row) => {
      const before = { to: row.to, failureReason: row.failureReason ?? null, tries: row.tries ?? null };
      const after = {
        to: null,
        failureReason: scrubReason(traces, row.failureReason),
        tries: row.tries?.map((t) => ({ ...t, reason: scrubReason(traces, t.reason) ?? '' })) ?? null,
      };
      return isSame(before, after) ? [] : [{ id: row._id, ...after }];
    }),
  );

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

async function messagesOfCustomer(sought: Sought): Promise<void> {
  for await (const page of scrub.messagesOf(sought.workspaceId, sought.customerId)) {
    sought.signal.throwIfAborted();
    await scrubMessages(sought, page);
  }
}

/** By the address alone: what was sent on to them, or when they had no customer row of this address. */
async function messagesToAddress(sought: Sought): Promise<void> {
  for await (const page of scrub.messagesTo(sought.workspaceId, sought.person.email)) {
    sought.signal.throwIfAborted();
    await scrubMessages(sought, page);
  }
}

/** What could not be sent to them, with its text; of somebody else's letter only where it names them. */
async function deadLetters(sought: Sought): Promise<void> {
  const { traces, customerId } = sought;
  await throughPages(sought, 'deadLetters', (row) => {
    const theirs = customerId.equals(row.customerId as ObjectId) || traces.is(String(row.payload?.to ?? ''));
    if (!theirs) return changesWithin(traces, row);
    const history = (row.history as { reason?: string; note?: string | null }[]).map((entry) => ({
      ...entry,
      ...(entry.reason ? { reason: scrubReason(traces, entry.reason) } : {}),
      ...(entry.note ? { note: traces.out(entry.note) } : {}),
    }));
    return {
      payload: { to: null },
      reason: scrubReason(traces, row.reason as string) ?? '',
      history,
      note: row.note ? traces.out(row.note as string) : (row.note ?? null),
    };
  });
}

/** The address goes, for it is kept as a hash; a telephone number, which others may have, stays as one. */
async function suppressions(sought: Sought): Promise<void> {
  const { workspaceId, traces, person } = sought;
  for await (const page of scrub.pagesOf('suppressions', workspaceId)) {
    const gone: ObjectId[] = [];
    const changes: Parameters<typeof scrub.setSuppressions>[0][number][] = [];
    for (const row of page) {
      const address = String(row.address);
      const theirs = traces.is(address);
      if (theirs && address.includes('@')) gone.push(row._id as ObjectId);
      else {
        const note = typeof row.note === 'string' ? traces.out(row.note) : row.note;
        if (!theirs && note === row.note) continue;
        const number = theirs ? erasedNumber(workspaceId.toHexString(), person.phone ?? address) : address;
        changes.push({ row, set: { address: number, note: note ?? null } });
      }
    }
    await scrub.deleteRows('suppressions', gone);
    await scrub.setSuppressions(changes);
  }
}

const ANY_ADDRESS = /[^\s@<>;,"]+@[^\s@<>;,"]+\.[^\s@<>;,"]+/;

/** Bad rows that are theirs: by address or number, or by the name where no other address says whose they are. */
async function importRows(sought: Sought): Promise<void> {
  const { traces, person } = sought;
  const name = person.name?.trim().toLowerCase();
  await throughPages(sought, 'importRowErrors', (row) => {
    const cells = row.cells as string[];
    const theirs =
      cells.some((cell) => traces.in(cell)) ||
      traces.in(row.error as string) ||
      (name !== undefined &&
        cells.some((cell) => cell.trim().toLowerCase() === name) &&
        !cells.some((cell) => ANY_ADDRESS.test(cell)));
    return theirs ? { cells: [], error: traces.out(row.error as string) } : {};
  });
}

/** Files waiting to be imported are deleted when they are in them: they can be uploaded again, and are refused there. */
async function uploadedFiles({ workspaceId, traces }: Sought): Promise<void> {
  await deleteFilesHolding(workspaceId, (text) => traces.in(text));
  const files = await scrub.filesOf(workspaceId);
  const named = files.filter(({ filename }) => fileNameWithout(traces, String(filename)) !== filename);
  await scrub.setFields(
    'importFiles.files',
    named.map((row) => ({
      row: { _id: row._id },
      set: { filename: fileNameWithout(traces, String(row.filename)) },
    })),
  );
}

function importNames(sought: Sought): Promise<void> {
  return throughPages(sought, 'imports', ({ fileName, error }) => {
    const without = fileNameWithout(sought.traces, String(fileName));
    return {
      ...(without === fileName ? {} : { fileName: without }),
      ...(typeof error === 'string' ? changesWithin(sought.traces, { error }) : {}),
    };
  });
}

/** An ending is no part of an address. */
function fileNameWithout(traces: Traces, fileName: string): string {
  const ending = /\.(csv|tsv|txt)$/i.exec(fileName)?.[0] ?? '';
  return traces.out(fileName.slice(0, fileName.length - ending.length)) + ending;
}

const textsOf = (sought: Sought, name: string, fields: readonly string[]): Promise<void> =>
  throughPages(sought, name, (row) =>
    changesWithin(sought.traces, Object.fromEntries(fields.map((field) => [field, row[field]]))),
  );

/** What other systems are told, or were: ids and times stay, so that they know what it is about. */
function webhookDeliveries(sought: Sought): Promise<void> {
  const { traces } = sought;
  const id = sought.customerId.toHexString();
  return throughPages(sought, 'webhookDeliveries', ({ payload, attempts }) =>
    traces.inDocument({ payload, attempts })
      ? {
          payload: traces.outOf(withoutPerson(payload, (of) => of.customerId === id || names(traces, of))),
          attempts: traces.outOf(attempts),
        }
      : {},
  );
}

const names = (traces: Traces, { email, address, to }: Record<string, unknown>): boolean =>
  [email, address, to].some((text) => typeof text === 'string' && traces.is(text));

/** What an event says of a person besides who they are and what happened when. */
const PERSONAL: ReadonlySet<string> = new Set([
  'email',
  'address',
  'to',
  'name',
  'phone',
  'country',
  'city',
  'tags',
  'attributes',
  'reason',
]);

/** The value with what is personal emptied in each part that is about them. */
function withoutPerson(value: unknown, isTheirs: (of: Record<string, unknown>) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutPerson(item, isTheirs));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const of = value as Record<string, unknown>;
  const theirs = isTheirs(of);
  return Object.fromEntries(
    Object.entries(of).map(([key, part]) => [
      key,
      theirs && PERSONAL.has(key) ? emptied(part) : withoutPerson(part, isTheirs),
    ]),
  );
}

const emptied = (part: unknown): unknown =>
  Array.isArray(part) ? [] : typeof part === 'string' ? REMOVED : part === null ? null : {};

/** Who did what and when stays; whom they did it to, and what was changed of them, goes. */
async function auditEvents(sought: Sought): Promise<void> {
  const { workspaceId, customerId, person, traces } = sought;
  await forgetInAudit(workspaceId.toHexString(), {
    targetIds: [customerId.toHexString()],
    names: [person.email],
  });
  await throughPages(sought, 'auditEvents', ({ before, after, targetName }) => {
    // Of a customer of this address who was deleted before.
    const isTheirs = [before?.email, after?.email].some((email) => traces.is(String(email ?? '')));
    return isTheirs
      ? { before: null, after: null, targetName: null }
      : changesWithin(traces, { before, after, targetName });
  });
}

/** Answers kept a day for a repeat of the same request: what held them is not told again, and not done again either. */
async function storedAnswers({ workspaceId, customerId, traces, signal }: Sought): Promise<void> {
  const id = customerId.toHexString();
  await forgetAnswers(workspaceId, (text) => traces.in(text) || text.includes(id), signal);
}

/** They name no workspace, only what vendors said. */
async function unmatchedReceipts({ traces, signal }: Sought): Promise<void> {
  for await (const page of scrub.pagesOfAll('unmatchedReceipts')) {
    signal.throwIfAborted();
    await scrub.setFields(
      'unmatchedReceipts',
      page.flatMap((row): Changes[] =>
        typeof row.reason === 'string' && traces.in(row.reason)
          ? [{ row: { _id: row._id }, set: { reason: traces.out(row.reason) } }]
          : [],
      ),
    );
  }
}

/** The fields to set of a document that is about them; none where it is not. */
const changesWithin = (traces: Traces, fields: Record<string, unknown>): Record<string, unknown> =>
  traces.inDocument(fields) ? traces.changesOf(fields) : {};

/** Goes through a collection's rows of the workspace and sets what `change` says of each. */
async function throughPages(
  { workspaceId, signal }: Sought,
  name: string,
  change: (row: Document) => Record<string, unknown>,
): Promise<void> {
  for await (const page of scrub.pagesOf(name, workspaceId)) {
    signal.throwIfAborted();
    await scrub.setFields(
      name,
      page.flatMap((row): Changes[] => {
        const changes = Object.entries(change(row)).filter(([field, value]) => !isSame(value, row[field]));
        return changes.length > 0 ? [{ row, set: Object.fromEntries(changes) }] : [];
      }),
    );
  }
}
