import { ObjectId } from 'mongodb';
import { z } from 'zod';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { walkSelected } from '../audiences/customer-selection.service.ts';
import { type CsvWalk, customerCsv } from './customer-csv.ts';
import type { CustomerDocument } from './customer-document.ts';
import { rulesFor } from './customer-lists.service.ts';
import { customerColumns } from './customer-view.schema.ts';
import { walkByIds } from './customers.repository.ts';
import { customerTargetSchema } from './tags/tag-changes.schema.ts';

const BATCH = 500;

export const exportCustomersInput = z.strictObject({
  target: customerTargetSchema,
  /** The columns of the page in its order; left out: everything that is known. */
  columns: z.array(z.enum(customerColumns)).min(1).optional(),
});

/**
 * The chosen customers, or all that a filter selects, as a CSV file; by id, that is in the order they were added.
 * @throws AppError VALIDATION when the filter’s audience is gone
 */
export async function exportCustomers(
  caller: Caller,
  { target, columns }: z.output<typeof exportCustomersInput>,
): Promise<{ fileName: string; pieces: AsyncGenerator<string> }> {
  requirePermission(caller, 'customers:read');
  const now = new Date();
  const walk = await walkOf(caller, target, now);
  return {
    fileName: `Customers ${now.toISOString().slice(0, 10)}.csv`,
    pieces: await customerCsv(
      walk,
      // The page shows the address under the name.
      columns?.flatMap((column) => (column === 'name' ? (['email', 'name'] as const) : column)) ?? null,
    ),
  };
}

async function walkOf(
  caller: Caller,
  target: z.output<typeof customerTargetSchema>,
  now: Date,
): Promise<CsvWalk> {
  const workspaceId = new ObjectId(caller.workspaceId);
  if ('ids' in target) {
    const ids = [...new Set(target.ids)].sort().map((id) => new ObjectId(id));
    return (projection) => walkByIds(workspaceId, ids, projection);
  }
  const { rules } = await rulesFor(caller, target.filter);
  const except = new Set(target.except);
  return (projection) =>
    leaving(
      walkSelected<CustomerDocument>({ workspaceId, rules, now }, { projection, batchSize: BATCH }),
      except,
    );
}

async function* leaving<T extends { _id: ObjectId }>(
  rows: AsyncIterable<T>,
  except: ReadonlySet<string>,
): AsyncGenerator<T> {
  for await (const row of rows) if (!except.has(row._id.toHexString())) yield row;
}
