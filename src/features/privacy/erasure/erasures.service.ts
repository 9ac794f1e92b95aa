import { type ClientSession, ObjectId } from 'mongodb';
import { toObjectId, withTransaction } from '../../../server/db.ts';
import { AppError } from '../../../server/errors.ts';
import { type Caller, requirePermission } from '../../../server/permissions.ts';
import { enqueue } from '../../../server/queue.ts';
import { encryptSecret, presentKeyPrefix } from '../../../server/secrets.ts';
import { changeAndTell } from '../../webhooks/outbox.service.ts';
import { countNoted, forgetErased, noteErased } from '../erased-addresses.repository.ts';
import { findErased, hashOfAddress } from '../erased-addresses.service.ts';
import { eraseJob } from '../privacy.jobs.ts';
import type { Erasure, PrivacyOverview } from '../privacy.schema.ts';
import type { Person } from '../traces.ts';
import type { ErasureDocument } from './erasures.repository.ts';
import * as repository from './erasures.repository.ts';

const LATEST_SHOWN = 20;
const LOST_AFTER_MS = 180_000;

/** Where the person an erasure looks for is encrypted for. */
export const personPlace = (id: ObjectId): string => `erasure:${id.toHexString()}`;

/**
 * Erases one customer: from this moment they are no customer, in no audience, and written to no more. A job then takes
 * away what other rows hold of them. Orders and messages stay, without a person, so that every figure stays. Doing it
 * again changes nothing.
 * @throws AppError NOT_FOUND
 */
export async function eraseCustomer(caller: Caller, id: string): Promise<Erasure> {
  requirePermission(caller, 'privacy:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const customerId = toObjectId(id);
  const erased =
    (await erase(workspaceId, { _id: customerId }, caller.actor)) ??
    (await repository.findErasure(workspaceId, customerId));
  if (!erased) throw new AppError('NOT_FOUND', 'There is no customer with this id.');
  return toErasure(erased);
}

/**
 * The same for somebody who writes in. An address nobody has is noted as erased too, so that no import brings it, and
 * what mentions it is gone through all the same.
 */
export async function eraseAddress(caller: Caller, email: string): Promise<Erasure> {
  requirePermission(caller, 'privacy:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const erased = await erase(workspaceId, { email }, caller.actor);
  if (erased) return toErasure(erased);
  if ((await findErased(workspaceId, [email])).has(email)) {
    const before = await repository.findByHash(workspaceId, hashOfAddress(workspaceId, email));
    if (before) return toErasure(before);
  }
  return toErasure(
    await record(workspaceId, new ObjectId(), { email, phone: null, name: null }, caller.actor),
  );
}

/** Moves a customer out of the customers, for good, and tells other systems of it; null when there is none. */
export function erase(
  workspaceId: ObjectId,
  by: { _id: ObjectId } | { email: string },
  requestedBy: string,
): Promise<ErasureDocument | null> {
  const take = async (session: ClientSession): Promise<ErasureDocument | null> => {
    const customer = await repository.takeCustomer(workspaceId, by, session);
    if (!customer) return null;
    const { _id, email, phone, name } = customer;
    const person = { email, phone: phone ?? null, name: name ?? null };
    const row = newErasure(workspaceId, _id, person, requestedBy);
    await noteErased(workspaceId, row.hash, row.erasedAt, session);
    await repository.insertErasure(row, session);
    return row;
  };
  return enqueued(
    changeAndTell(workspaceId.toHexString(), ['customer.erased'], async (tell, session) => {
      if (!session) return withTransaction(take);
      const row = await take(session);
      if (row) tell({ type: 'customer.erased', data: { customerId: row._id.toHexString() } });
      return row;
    }),
  );
}

/** Notes an address nobody has as erased. */
async function record(
  workspaceId: ObjectId,
  id: ObjectId,
  person: Person,
  requestedBy: string,
): Promise<ErasureDocument> {
  const row = newErasure(workspaceId, id, person, requestedBy);
  await enqueued(
    withTransaction(async (session) => {
      await noteErased(workspaceId, row.hash, row.erasedAt, session);
      await repository.insertErasure(row, session);
      return row;
    }),
  );
  return row;
}

async function enqueued(written: Promise<ErasureDocument | null>): Promise<ErasureDocument | null> {
  const row = await written;
  if (row) await enqueueErasure(row);
  return row;
}

const enqueueErasure = ({ workspaceId, _id }: ErasureDocument): Promise<void> =>
  enqueue(eraseJob, { workspaceId: workspaceId.toHexString(), erasureId: _id.toHexString() });

function newErasure(
  workspaceId: ObjectId,
  id: ObjectId,
  person: Person,
  requestedBy: string,
): ErasureDocument {
  const now = new Date();
  return {
    _id: id,
    workspaceId,
    hash: hashOfAddress(workspaceId, person.email),
    requestedBy,
    erasedAt: now,
    work: { person: encryptSecret(JSON.stringify(person), personPlace(id)), step: 0, round: 0 },
    finishedAt: null,
    updatedAt: now,
  };
}

/**
 * The person wants to be a customer again: their address may be added and imported. What was erased does not come back.
 * @throws AppError NOT_FOUND when nobody with this address was erased
 */
export async function liftErased(caller: Caller, email: string): Promise<{ email: string }> {
  requirePermission(caller, 'privacy:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  if (!(await forgetErased(workspaceId, hashOfAddress(workspaceId, email))))
    throw new AppError('NOT_FOUND', 'Nobody with this address was erased here.');
  return { email };
}

/** The erasure of a customer. @throws AppError NOT_FOUND when they were not erased */
export async function getErasure(caller: Caller, id: string): Promise<Erasure> {
  requirePermission(caller, 'customers:read');
  const row = await repository.findErasure(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!row) throw new AppError('NOT_FOUND', 'No customer with this id was erased.');
  return toErasure(row);
}

/** How many were erased, and the latest of them, as far as that may be known. */
export async function getPrivacyOverview(caller: Caller): Promise<PrivacyOverview> {
  requirePermission(caller, 'privacy:read');
  const workspaceId = new ObjectId(caller.workspaceId);
  const [noted, running, latest] = await Promise.all([
    countNoted(workspaceId, presentKeyPrefix()),
    repository.countRunning(workspaceId),
    repository.findLatest(workspaceId, LATEST_SHOWN),
  ]);
  return {
    erasedAddresses: noted.all,
    unrecognisable: noted.all - noted.recognisable,
    running,
    latest: latest.map(toErasure),
  };
}

/** Gives erasures whose job was lost a new one. Harmless while one is at work. */
export async function restartLostErasures(now = Date.now()): Promise<void> {
  for (const row of await repository.findLostErasures(new Date(now - LOST_AFTER_MS)))
    await enqueueErasure(row);
}

const toErasure = ({ _id, erasedAt, finishedAt }: ErasureDocument): Erasure => ({
  id: _id.toHexString(),
  erasedAt,
  status: finishedAt ? 'DONE' : 'RUNNING',
  finishedAt: finishedAt ?? null,
});
