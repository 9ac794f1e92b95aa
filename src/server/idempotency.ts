import { createHash } from 'node:crypto';
import { MongoServerError, ObjectId } from 'mongodb';
import { collection } from './db.ts';
import { AppError } from './errors.ts';

interface IdempotencyRecord {
  _id: ObjectId;
  workspaceId: ObjectId;
  key: string;
  requestHash: string;
  status: number | null;
  body: string | null;
  createdAt: Date;
}

const records = () => collection<IdempotencyRecord>('idempotencyRecords');

/** After this long a request without an answer is taken for dead with its process: none runs so long. */
const GIVEN_UP_AFTER_MS = 120_000;

/**
 * Runs `work` once per Idempotency-Key and workspace; a repeat within a day gets the first answer. Answers of 500 and
 * above are not kept, so that the caller may try again.
 * @param request what makes two requests the same: the path and the body, or the body's hash
 * @throws AppError UNPROCESSABLE for the same key with another request, CONFLICT while the first is still at work
 */
export async function onceForKey(
  workspaceId: string,
  key: string,
  request: string,
  work: () => Promise<Response>,
): Promise<Response> {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new AppError('VALIDATION', 'Idempotency-Key must have 1 to 255 printable characters.');
  }
  const identity = { workspaceId: new ObjectId(workspaceId), key };
  const requestHash = createHash('sha256').update(request).digest('hex');
  const earlier = (await claimKey(identity, requestHash)) ? null : await repeated(identity, requestHash);
  if (earlier) return earlier;
  let response: Response;
  try {
    response = await work();
  } catch (error) {
    await records().deleteOne(identity);
    throw error;
  }
  if (response.status >= 500) {
    await records().deleteOne(identity);
    return response;
  }
  const body = await response.text();
  await records().updateOne(identity, { $set: { status: response.status, body } });
  return new Response(body, { status: response.status, headers: response.headers });
}

interface Identity {
  workspaceId: ObjectId;
  key: string;
}

/** Whether the key is new, and ours now. */
async function claimKey(identity: Identity, requestHash: string): Promise<boolean> {
  try {
    await records().insertOne({
      _id: new ObjectId(),
      ...identity,
      requestHash,
      status: null,
      body: null,
      createdAt: new Date(),
    });
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === 11_000) return false;
    throw error;
  }
}

/** The first answer, or null when its process died without one and the request is ours to do now. */
async function repeated(identity: Identity, requestHash: string): Promise<Response | null> {
  const first = await records().findOne(identity);
  if (first && first.requestHash !== requestHash) {
    throw new AppError('UNPROCESSABLE', 'This Idempotency-Key was used with another request. Use a new key.');
  }
  if (!first || first.status === null || first.body === null) {
    const takenOver = await records().updateOne(
      { ...identity, status: null, createdAt: { $lt: new Date(Date.now() - GIVEN_UP_AFTER_MS) } },
      { $set: { createdAt: new Date() } },
    );
    if (takenOver.modifiedCount === 1) return null;
    throw new AppError(
      'CONFLICT',
      'The first request with this Idempotency-Key is still at work. Try again shortly.',
    );
  }
  const type = first.status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(first.body, {
    status: first.status,
    headers: { 'content-type': type, 'idempotency-replayed': 'true' },
  });
}
