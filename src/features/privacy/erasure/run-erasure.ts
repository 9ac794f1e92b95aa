import { ObjectId } from 'mongodb';
import { fold } from '../../../lib/fold.ts';
import { leaseHeld, withLease } from '../../../server/lease.ts';
import { decryptSecret } from '../../../server/secrets.ts';
import { sendingLease } from '../../campaigns/engine/being-sent.ts';
import { findErased } from '../erased-addresses.service.ts';
import { type Person, Traces } from '../traces.ts';
import type { ErasureDocument, ErasureWork } from './erasures.repository.ts';
import * as repository from './erasures.repository.ts';
import { erase, personPlace } from './erasures.service.ts';
import * as scrub from './scrub.repository.ts';
import { type Sought, steps } from './steps.ts';

/**
 * How long something that had read the customer before they were erased may go on: a batch being sent, a page of an
 * audience being queued, a batch of an import, a request.
 */
const SETTLE_MS = 60_000;
const BUSY_RETRY_MS = 2_000;
/** How soon to look again whether a batch is still being sent. */
const SENDING_RETRY_MS = 10_000;
/** No vendor takes longer; what is dispatched then is of a process that died while its campaign is paused. */
const LONGEST_SENDING_MS = 86_400_000;
const ROUNDS = 2;

/**
 * Takes away what other rows hold of somebody who was erased: once at once, and once more when all that knew them at that
 * moment has ended. A killed run goes on with the step it was at.
 * @returns null when all is done; else in how many milliseconds to run it again
 */
export async function runErasure(
  { workspaceId, erasureId }: { workspaceId: string; erasureId: string },
  signal: AbortSignal,
  settleMs = SETTLE_MS,
): Promise<number | null> {
  const ran = await withLease(`erase-${erasureId}`, () =>
    runAlone(new ObjectId(workspaceId), new ObjectId(erasureId), signal, settleMs),
  );
  return ran ? ran.value : BUSY_RETRY_MS;
}

async function runAlone(
  workspaceId: ObjectId,
  id: ObjectId,
  signal: AbortSignal,
  settleMs: number,
): Promise<number | null> {
  const row = await repository.findErasure(workspaceId, id);
  if (!row?.work) return null;
  const sought = await soughtOf(row, row.work, signal);
  let { work } = row;
  for (; work.round < ROUNDS; work = { ...work, round: work.round + 1, step: 0 }) {
    if (work.round > 0) {
      const age = Date.now() - row.erasedAt.getTime();
      const wait =
        age < settleMs
          ? settleMs - age
          : age < LONGEST_SENDING_MS && (await isBeingSentTo(sought))
            ? SENDING_RETRY_MS
            : 0;
      if (wait > 0) {
        await repository.noteWork(workspaceId, id, work);
        return wait;
      }
      await eraseAgain(row, sought.person);
    }
    while (work.step < steps.length) {
      await repository.noteWork(workspaceId, id, work);
      if (signal.aborted) return 0;
      try {
        await steps[work.step]?.(sought);
      } catch (error) {
        // The worker stops: the step begins anew in another one.
        if (signal.aborted) return 0;
        throw error;
      }
      work = { ...work, step: work.step + 1 };
    }
  }
  await repository.finishErasure(workspaceId, id);
  return null;
}

async function soughtOf(row: ErasureDocument, work: ErasureWork, signal: AbortSignal): Promise<Sought> {
  const person = JSON.parse(decryptSecret(work.person, personPlace(row._id))) as Person;
  const nameIsTheirs =
    person.name !== null && !(await repository.isNameOfOther(row.workspaceId, fold(person.name), row._id));
  return {
    workspaceId: row.workspaceId,
    customerId: row._id,
    person,
    traces: new Traces(person, { id: row._id.toHexString(), nameIsTheirs }),
    signal,
  };
}

/** Whether a process that may have read the customer still sends one of their batches. */
async function isBeingSentTo({ workspaceId, customerId }: Sought): Promise<boolean> {
  const campaigns = await scrub.activeCampaignIds(workspaceId);
  const theirs = await scrub.batchesOf(workspaceId, customerId, campaigns);
  for (const { campaignId, batch } of theirs)
    if (await leaseHeld(sendingLease(campaignId.toHexString(), batch))) return true;
  return scrub.isDispatched(
    workspaceId,
    theirs.map(({ id }) => id),
  );
}

/** An import or a request that had asked just before may have brought the address in once more, unless that was allowed since. */
async function eraseAgain({ workspaceId, requestedBy }: ErasureDocument, { email }: Person): Promise<void> {
  if (!(await repository.isEmailOfCustomer(workspaceId, email))) return;
  if ((await findErased(workspaceId, [email])).has(email)) await erase(workspaceId, { email }, requestedBy);
}
