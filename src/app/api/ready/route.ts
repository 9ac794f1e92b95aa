import { database } from '@/server/db.ts';
import { redis } from '@/server/redis.ts';

const TIMEOUT_MS = 3_000;
const within = (work: Promise<unknown>) =>
  Promise.race([
    work,
    new Promise((_, reject) => setTimeout(() => reject(new Error('timeout')), TIMEOUT_MS)),
  ]);

/** Whether the process can do its work: database and Redis answer. */
export async function GET() {
  const [mongodb, cache] = await Promise.allSettled([
    within(database().command({ ping: 1 })),
    within(redis().ping()),
  ]);
  const ok = mongodb.status === 'fulfilled' && cache.status === 'fulfilled';
  return Response.json(
    {
      status: ok ? 'ok' : 'unavailable',
      mongodb: mongodb.status === 'fulfilled',
      redis: cache.status === 'fulfilled',
    },
    { status: ok ? 200 : 503 },
  );
}
export const dynamic = 'force-dynamic';
