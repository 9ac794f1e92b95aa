import { ObjectId } from 'mongodb';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { customerCsv } from '../customers/customer-csv.ts';
import { requireAudience } from './audiences.service.ts';
import { walkMatching } from './matching.repository.ts';

/** In code points: with the date and the ending at most 255 bytes, which is what file systems take. */
const MAX_NAME_LENGTH = 60;
/** Documents of one answer: at most some megabytes when each has as many attributes as it may. */
const BATCH = 500;

/**
 * Who is in a saved audience right now as a CSV file, with everything that is known of them. Ending the file ends its query.
 * @throws AppError NOT_FOUND also for another workspace's audience
 */
export async function exportAudience(
  caller: Caller,
  id: string,
): Promise<{ name: string; fileName: string; pieces: AsyncGenerator<string> }> {
  requirePermission(caller, 'audiences:read');
  requirePermission(caller, 'customers:read');
  const { name, rules } = await requireAudience(caller.workspaceId, id);
  const now = new Date();
  const question = { workspaceId: new ObjectId(caller.workspaceId), rules, now };
  return {
    name,
    fileName: exportFileName(name, now),
    pieces: await customerCsv((projection) => walkMatching(question, { projection, batchSize: BATCH }), null),
  };
}

/** `Good customers 2026-11-24.csv`; the day is that of UTC, as all moments in the file are. */
const exportFileName = (name: string, now: Date): string =>
  `${[...name].slice(0, MAX_NAME_LENGTH).join('')} ${now.toISOString().slice(0, 10)}.csv`;
