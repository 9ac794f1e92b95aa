import { migrate } from '../../scripts/lib/application.ts';
import { resultOf } from '../child.ts';
import type { AudienceResult } from '../programs/audience.ts';

const ROUNDS = 3;

/**
 * Previews in a shop that is made once and kept: it has a database of its own beside the one the other sections empty.
 * @param databaseUrl theirs
 */
export async function measureAudience(databaseUrl: string, customers: number): Promise<AudienceResult> {
  const url = new URL(databaseUrl);
  url.pathname = `${url.pathname}_shop`;
  await migrate(url.href);
  return resultOf<AudienceResult>('bench/programs/audience.ts', [String(customers), String(ROUNDS)], {
    DATABASE_URL: url.href,
  });
}
