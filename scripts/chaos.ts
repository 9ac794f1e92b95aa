import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { planOf } from '../chaos/plan.ts';
import { type KillServer, type RoundResult, runRound, stopRound } from '../chaos/round.ts';
import { envSchema } from '../src/env.ts';
import { closeDatabase } from '../src/server/db.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { build, migrate } from './lib/application.ts';
import { bold, green, red, say } from './lib/terminal.ts';
import { type Services, startServices } from './services/start.ts';

/**
 * Campaigns while processes and servers are killed and the vendor misbehaves, and whether every promise of the ledger
 * held. What is killed and when is drawn from the seed; which request meets which fault also depends on who is quicker.
 */
const WHERE = { dataDirectory: join('.data', 'chaos'), databaseName: 'nexusflow_chaos' };
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    size: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [rounds, size, seed] = [Number(values.rounds), Number(values.size), Number(values.seed)];

// Nothing of the developer's settings or .env reaches the suite: it kills its database.
Object.assign(process.env, Object.fromEntries(Object.keys(envSchema.shape).map((key) => [key, ''])));
let services: Services = await startServices(WHERE);
Object.assign(process.env, { DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl });

/** Kills by the id this start wrote down; starting again takes over the one that lives and restarts the other. */
const killServer: KillServer = async (server, downMs) => {
  const state = JSON.parse(readFileSync(join(WHERE.dataDirectory, 'services.json'), 'utf8')) as {
    services: Record<'MongoDB' | 'Redis', { pid: number }>;
  };
  process.kill(state.services[server === 'redis' ? 'Redis' : 'MongoDB'].pid, 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 300 + downMs));
  const before = { DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl };
  // With addresses set, the start would take them for servers it need not run.
  Object.assign(process.env, { DATABASE_URL: '', REDIS_URL: '' });
  services = await startServices(WHERE);
  Object.assign(process.env, before);
  if (services.databaseUrl !== before.DATABASE_URL || services.redisUrl !== before.REDIS_URL)
    throw new Error(`${server} came back at another address`);
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    say('\nStopping …');
    void stopRound()
      .then(() => services.stop())
      .finally(() => process.exit(130));
  });
}

say(
  bold(
    `Chaos: ${rounds} rounds of ${size}; seed ${seed} (again: -- --rounds ${rounds} --size ${size} --seed ${seed})`,
  ),
);
const results: RoundResult[] = [];
let failed = false;
try {
  await migrate(services.databaseUrl);
  await build();
  for (let i = 0; i < rounds; i += 1) {
    const plan = planOf(seed + i);
    const kills = plan.kills.map((kill) => `${kill.victim}@${kill.afterMs}+${kill.downMs}`).join(' ');
    say(`Round ${i + 1}: seed ${plan.seed}, ${plan.workers} workers, kills ${kills}`);
    const result = await runRound(plan, size, killServer);
    results.push(result);
    const verdict = result.broken.length === 0 ? green('held') : red(result.broken.join('; '));
    say(
      `  ${verdict} ${result.seconds.toFixed(1)} s ${JSON.stringify({ ...result.stats, atVendor: result.atVendor, ...result.faults })}`,
    );
  }
  failed = results.some((result) => result.broken.length > 0);
} catch (error) {
  failed = true;
  say(red(error instanceof Error ? (error.stack ?? error.message) : String(error)));
}
await closeQueues();
await Promise.all([closeRedis(), closeDatabase()]);
await services.stop();
say(
  bold(
    `${results.filter((result) => result.broken.length === 0).length} of ${rounds} rounds held; seed ${seed}`,
  ),
);
process.exit(failed ? 1 : 0);
