import type { ObjectId } from 'mongodb';
import { type MessageDocument, messages } from '../messages.repository.ts';

const OUTCOME = [
  'customerId',
  'status',
  'skipReason',
  'variant',
  'queuedAt',
  'sentAt',
  'deliveredAt',
  'openedAt',
  'clickedAt',
  'complainedAt',
  'unsubscribedAt',
] as const satisfies readonly (keyof MessageDocument)[];
const WITH_WORDS = [...OUTCOME, 'to', 'failureReason', 'attempts'] as const;

export type OutcomeRow = Pick<MessageDocument, '_id' | (typeof OUTCOME)[number]>;
export type WordedRow = Pick<MessageDocument, '_id' | (typeof WITH_WORDS)[number]>;

/** What became of everyone in a campaign, in no order: sorting them all would take a second before the first came. */
export const walkRows = (workspaceId: ObjectId, campaignId: ObjectId): AsyncIterable<OutcomeRow> =>
  find<OutcomeRow>(workspaceId, campaignId, OUTCOME);

/** The same with what is told of each in a file. */
export const walkWordedRows = (workspaceId: ObjectId, campaignId: ObjectId): AsyncIterable<WordedRow> =>
  find<WordedRow>(workspaceId, campaignId, WITH_WORDS);

const find = <T extends OutcomeRow>(workspaceId: ObjectId, campaignId: ObjectId, fields: readonly string[]) =>
  messages().find<T>(
    { workspaceId, campaignId },
    { projection: Object.fromEntries(fields.map((field) => [field, 1 as const])), batchSize: 2_000 },
  );
