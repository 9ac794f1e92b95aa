import type { ObjectId } from 'mongodb';
import { endOfSpan, isTimeZone } from '../../lib/time-zone.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';
import type { FrequencyCap, WorkspaceSettings } from '../workspaces/workspaces.schema.ts';
import { countRecentMessages } from './contacts.repository.ts';

const DAY_MS = 86_400_000;

/** The customers who had as many messages as the workspace allows, with the rule in words; preflight and delivery ask the same. */
export interface Capped {
  customers: ReadonlySet<string>;
  detail: string;
}

/**
 * Who of these customers may have no more messages for now, counted from the ledger, once per batch. Batches count and
 * claim in turn (`engine/in-turn.ts`), so what another campaign has chosen to send is seen here. What remains: a message
 * that fails for good gave up its place only afterwards, so someone turned away meanwhile got neither; and a process
 * whose turn outlasts its lease, because it stood still for 15 s, may let one batch pass beside another's.
 */
export async function findCapped(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  customerIds: readonly ObjectId[],
  cap: FrequencyCap | null,
): Promise<Capped> {
  if (!cap) return { customers: new Set(), detail: '' };
  const since = new Date(Date.now() - cap.days * DAY_MS);
  const counts = await countRecentMessages(workspaceId, customerIds, since, campaignId);
  const capped = [...counts].flatMap(([id, n]) => (n >= cap.messages ? [id] : []));
  return { customers: new Set(capped), detail: capInWords(cap) };
}

const capInWords = ({ messages, days }: FrequencyCap): string =>
  `at most ${messages} in ${days === 1 ? '24 hours' : `${days} days`}`;

/** The attribute in which a customer's own time zone may stand. */
const ZONE_ATTRIBUTE = 'timezone';

/** When the quiet hours of a customer end, by their own clock if it is known, else by the workspace's; null when it is not quiet. */
export function quietUntil(
  customer: Pick<CustomerDocument, 'attributes'>,
  { quietHours, timeZone }: Pick<WorkspaceSettings, 'quietHours' | 'timeZone'>,
  now: Date,
): Date | null {
  if (!quietHours) return null;
  const own = customer.attributes[ZONE_ATTRIBUTE];
  return endOfSpan(now, quietHours, typeof own === 'string' && isTimeZone(own) ? own : timeZone);
}
