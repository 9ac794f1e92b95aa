import { say } from './lib/terminal.ts';
import { startServices } from './services/start.ts';

say('Starting MongoDB and Redis …');
try {
  const services = await startServices();
  say(`DATABASE_URL=${services.databaseUrl}`);
  say(`REDIS_URL=${services.redisUrl}`);
  say('Ctrl-C stops them.');
  const keepAlive = setInterval(() => undefined, 60_000);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('\nStopping …');
    await services.stop();
    clearInterval(keepAlive);
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
