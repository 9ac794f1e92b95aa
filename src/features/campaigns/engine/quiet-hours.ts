import { findCustomersByIds } from '../../customers/customers.service.ts';
import type { Workspace } from '../../workspaces/workspaces.repository.ts';
import { quietUntil } from '../contact-rules.ts';
import { holdUntil } from '../contacts.repository.ts';
import { type MessageDocument, markSkipped } from '../messages.repository.ts';
import { noteHeld } from './held.ts';
import { type Decision, decideOutcomes } from './outcomes.ts';

/**
 * Keeps back whom it is too late, or too early, to write to: their rows get the moment their quiet hours end and stay
 * as they are, except those of people who would be skipped anyway, which say so at once. What a process that died had
 * begun to send may be with the vendor already and is not kept back.
 * @returns the rows that may be sent now, and in how many milliseconds each of the others may
 */
export async function holdBackQuiet(
  decision: Decision,
  rows: readonly MessageDocument[],
): Promise<{ awake: MessageDocument[]; waits: number[] }> {
  const now = new Date();
  const { campaign, workspace, begun } = decision;
  const quiet = await quietRows(
    workspace,
    rows.filter((row) => !begun.has(row._id.toHexString())),
    now,
  );
  if (quiet.size === 0) return { awake: [...rows], waits: [] };
  const outcomes = await decideOutcomes(decision, [...quiet.keys()]);
  const held: { id: MessageDocument['_id']; notBefore: Date }[] = [];
  const skips: Parameters<typeof markSkipped>[1][number][] = [];
  for (const [i, [{ _id }, notBefore]] of [...quiet].entries()) {
    const outcome = outcomes[i];
    if (outcome?.send === false) skips.push({ id: _id, reason: outcome.reason, detail: outcome.detail });
    else held.push({ id: _id, notBefore });
  }
  await markSkipped(campaign.workspaceId, skips);
  await holdUntil(campaign.workspaceId, held);
  const ends = held.map(({ notBefore }) => notBefore.getTime());
  if (ends.length > 0) await noteHeld(campaign._id.toHexString(), new Date(Math.max(...ends)));
  return {
    awake: rows.filter((row) => !quiet.has(row)),
    waits: ends.map((end) => end - now.getTime()),
  };
}

/** The rows of customers whose quiet hours it is, each with the moment they end. */
async function quietRows(
  { id, settings }: Workspace,
  unsent: readonly MessageDocument[],
  now: Date,
): Promise<Map<MessageDocument, Date>> {
  if (!settings.quietHours || unsent.length === 0) return new Map();
  const customers = await findCustomersByIds(
    id,
    unsent.map((row) => row.customerId),
  );
  const untilOf = new Map(customers.map((c) => [c._id.toHexString(), quietUntil(c, settings, now)]));
  return new Map(
    unsent.flatMap((row) => {
      const until = untilOf.get(row.customerId.toHexString());
      return until ? [[row, until] as const] : [];
    }),
  );
}
