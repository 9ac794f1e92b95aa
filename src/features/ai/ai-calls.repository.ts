import { Long, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

export type AiPurpose = 'rules' | 'messages' | 'summary' | 'tags';
export type AiOutcome =
  | 'ok'
  | 'repaired'
  | 'invalid'
  | 'rate-limited'
  | 'timeout'
  | 'unavailable'
  | 'not-configured';

export interface AiCall {
  purpose: AiPurpose;
  source: 'groq' | 'offline';
  model: string | null;
  outcome: AiOutcome;
  requests: number;
  inputTokens: number;
  outputTokens: number;
  /** Millionths of a US dollar. */
  costMicros: number;
  latencyMs: number;
}

interface AiCallDocument extends Omit<AiCall, 'costMicros'> {
  _id: ObjectId;
  workspaceId: ObjectId;
  costMicros: Long;
  createdAt: Date;
}

const calls = () => collection<AiCallDocument>('aiCalls');

export async function insertAiCall(workspaceId: string, call: AiCall): Promise<void> {
  await calls().insertOne({
    _id: new ObjectId(),
    workspaceId: new ObjectId(workspaceId),
    ...call,
    costMicros: Long.fromNumber(call.costMicros),
    createdAt: new Date(),
  });
}

export interface AiUse {
  calls: number;
  /** Of them, those the built-in answer was given for. */
  offline: number;
  /** Of the offline ones, those where the service was asked or would have been. */
  failed: number;
  costMicros: number;
  /** Of the calls the service answered; null without any. */
  medianLatencyMs: number | null;
}

export async function sumAiCalls(workspaceId: ObjectId, since: Date): Promise<AiUse> {
  const within = { workspaceId, createdAt: { $gte: since } };
  const one = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
  const [sums] = await calls()
    .aggregate<{ calls: number; offline: number; failed: number; costMicros: Long | number }>([
      { $match: within },
      {
        $group: {
          _id: null,
          calls: { $sum: 1 },
          offline: one({ $eq: ['$source', 'offline'] }),
          failed: one({
            $and: [{ $eq: ['$source', 'offline'] }, { $ne: ['$outcome', 'not-configured'] }],
          }),
          costMicros: { $sum: '$costMicros' },
        },
      },
    ])
    .toArray();
  if (!sums) return { calls: 0, offline: 0, failed: 0, costMicros: 0, medianLatencyMs: null };
  const answered = sums.calls - sums.offline;
  const middle = await calls()
    .find({ ...within, source: 'groq' }, { projection: { latencyMs: 1 } })
    .sort({ latencyMs: 1 })
    .skip(Math.max(0, Math.ceil(answered / 2) - 1))
    .limit(1)
    .next();
  return {
    calls: sums.calls,
    offline: sums.offline,
    failed: sums.failed,
    costMicros: Number(sums.costMicros),
    medianLatencyMs: middle?.latencyMs ?? null,
  };
}
