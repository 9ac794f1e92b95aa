import { createHash } from 'node:crypto';
import { MongoServerError, ObjectId } from 'mongodb';
import { collection } from './db.ts';
import { AppError } from './errors.ts';
import type { Caller } from './permissions.ts';
import { decryptSecret, encryptSecret, UnreadableSecretError } from './secrets.ts';

interface IdempotencyRecord {
  _id: ObjectId;
  workspaceId: ObjectId;
  /** The caller's key together with who they are, hashed: nobody is given another's answer. */
  key: string;
  requestHash: string;
  status: number | null;
  /** Headers and text of the answer, encrypted: some answers carry a secret that is shown once. */
  body: string | null;
  createdAt: Date;
}

const records = () => collection<IdempotencyRecord>('idempotencyRecords');

/** After this long a request without an answer is taken for dead with its process: none runs so long. */
const GIVEN_UP_AFTER_MS = 120_000;
/** The longest answer that is kept, in bytes; of a longer one only that it was given. */
const MAX_KEPT_BYTES = 1_048_576;
/** Headers of an answer that a repeat gets too. */
const KEPT_HEADERS = ['content-type', 'location', 'etag'] as const;

interface Kept {
  headers: Record<string, string>;
  /** null when it was too long. */
  text: string | null;
}

/**
 * Runs `work` once per caller and Idempotency-Key; a repeat within a day gets the first answer: status, body, type,
 * Location and ETag. A request that was refused or failed has done nothing and may be sent again, as it is or mended.
 * @param request what makes two requests the same: the path and the body, or the body's hash
 * @throws AppError UNPROCESSABLE for the same key with another request, CONFLICT while the first is still at work
 */
export async function onceForKey(
  { workspaceId, actor }: Pick<Caller, 'workspaceId' | 'actor'>,
  key: string,
  request: string,
  work: () => Promise<Response>,
): Promise<Response> {
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new AppError('VALIDATION', 'Idempotency-Key must have 1 to 255 printable characters.', {
      errors: [{ path: 'Idempotency-Key', message: 'must have 1 to 255 printable characters' }],
    });
  const identity = { workspaceId: new ObjectId(workspaceId), key: digest(`${actor}\n${key}`) };
  const requestHash = digest(request);
  const earlier = (await claimKey(identity, requestHash)) ? null : await repeated(identity, requestHash);
  if (earlier) return earlier;
  let response: Response;
  try {
    response = await work();
  } catch (error) {
    await records().deleteOne(identity);
    throw error;
  }
  const text = await response.text();
  await records().updateOne(identity, {
    $set: {
      status: response.status,
      body: encryptSecret(JSON.stringify(kept(response, text)), placeOf(identity)),
    },
  });
  return new Response(text, { status: response.status, headers: response.headers });
}

/**
 * Takes the stored answers away that say something of a person who is to be forgotten. A repeat of such a request is told
 * that it was done, and does nothing again.
 * @param concerns whether an answer's text does
 */
export async function forgetAnswers(
  workspaceId: ObjectId,
  concerns: (text: string) => boolean,
  signal?: AbortSignal,
): Promise<void> {
  for await (const { _id, key, body } of records().find({ workspaceId, body: { $ne: null } })) {
    signal?.throwIfAborted();
    const identity = { workspaceId, key };
    const { text } = read(body ?? '', identity);
    if (text === null || !concerns(text)) continue;
    const gone: Kept = { headers: {}, text: null };
    await records().updateOne(
      { _id },
      { $set: { body: encryptSecret(JSON.stringify(gone), placeOf(identity)) } },
    );
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function kept(response: Response, text: string): Kept {
  const headers = Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return { headers, text: Buffer.byteLength(text) > MAX_KEPT_BYTES ? null : text };
}

interface Identity {
  workspaceId: ObjectId;
  key: string;
}

const placeOf = ({ workspaceId, key }: Identity): string => `idempotency:${workspaceId.toHexString()}:${key}`;

function read(body: string, identity: Identity): Kept {
  try {
    return JSON.parse(decryptSecret(body, placeOf(identity)));
  } catch (error) {
    // The server's key was changed since.
    if (error instanceof UnreadableSecretError) return { headers: {}, text: null };
    throw error;
  }
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
  const { headers, text } = read(first.body, identity);
  if (text === null)
    throw new AppError('CONFLICT', 'This was done already, but its answer cannot be given a second time.');
  return new Response(text, {
    status: first.status,
    headers: { ...headers, 'idempotency-replayed': 'true' },
  });
}
