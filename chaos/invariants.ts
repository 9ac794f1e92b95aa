import { ObjectId } from 'mongodb';
import type { Stats } from '../scripts/demo/api.ts';
import { type MessageStatus, statsFromCounts } from '../src/features/campaigns/messages.schema.ts';
import { collection } from '../src/server/db.ts';
import type { ChaosVendor } from './vendor.ts';

const FINAL: readonly MessageStatus[] = ['DELIVERED', 'BOUNCED', 'DEAD', 'SKIPPED'];
interface Row {
  _id: ObjectId;
  customerId: ObjectId;
  status: MessageStatus;
  vendorMessageId: string | null;
}

/** What is wrong after a round, in words; empty when every promise held. */
export async function findBroken(
  campaignId: string,
  size: number,
  stats: Stats,
  vendor: ChaosVendor,
): Promise<string[]> {
  const rows = await collection<Row>('messages')
    .find({ campaignId: new ObjectId(campaignId) })
    .toArray();
  const broken: string[] = [];
  const check = (holds: boolean, otherwise: string) => {
    if (!holds) broken.push(otherwise);
  };
  const customers = new Set(rows.map((row) => row.customerId.toHexString())).size;
  check(rows.length === size, `${rows.length} rows for an audience of ${size}`);
  check(customers === rows.length, `${rows.length - customers} customers have a second row`);
  const open = rows.filter((row) => !FINAL.includes(row.status));
  check(open.length === 0, `${open.length} rows are not final (${open[0]?.status})`);

  const skipped = rows.filter((row) => row.status === 'SKIPPED').length;
  check(skipped === 0, `${skipped} people were skipped, and none of these has a reason to be`);

  const ours = new Map(rows.map((row) => [row._id.toHexString(), row]));
  const sent = rows.filter((row) => row.status === 'DELIVERED' || row.status === 'BOUNCED');
  const heldOf = (row: Row) => vendor.held.get(row._id.toHexString())?.vendorMessageId;
  const lost = sent.filter((row) => heldOf(row) === undefined).length;
  check(lost === 0, `${lost} sent rows are unknown to the vendor`);
  const otherId = sent.filter((row) => heldOf(row) !== row.vendorMessageId).length;
  check(otherId === 0, `${otherId} sent rows hold another vendor id`);
  const dead = rows.filter((row) => row.status === 'DEAD' && heldOf(row) !== undefined).length;
  check(dead === 0, `${dead} rows are DEAD though the vendor sent them`);
  const strange = [...vendor.held.keys()].filter((key) => !ours.has(key)).length;
  check(strange === 0, `${strange} messages at the vendor have no row (their key is no row’s id)`);
  const people = new Set([...vendor.held.values()].map((held) => held.to)).size;
  check(people === vendor.held.size, `${vendor.held.size - people} people got a message twice`);

  const counts: Partial<Record<MessageStatus, number>> = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  for (const [name, value] of Object.entries(statsFromCounts(counts)))
    check(
      stats[name as keyof Stats] === value,
      `${name} is ${stats[name as keyof Stats]}, rows say ${value}`,
    );
  return broken;
}
