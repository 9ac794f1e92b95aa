import { rmSync } from 'node:fs';
import { closeDatabase } from '../src/server/db.ts';
import { closeRedis } from '../src/server/redis.ts';
import { Api } from './demo/api.ts';
import { type Application, build, migrate, startApplication } from './lib/application.ts';
import { bold, dim, red, say, seconds } from './lib/terminal.ts';
import { Camera } from './pictures/camera.ts';
import { between, forStartPage, inside, live, outside } from './pictures/pages.ts';
import { bringCompany, fullSampleOf, LOGIN, signUp } from './pictures/people.ts';
import { furnish, launchSlowly } from './pictures/shop.ts';
import { type Services, startServices } from './services/start.ts';

/**
 * Pictures of every page, made from the sample shop: `docs/images` for the documentation, `public/images` for the start
 * page. It runs the application as `npm run demo` does, with data of its own that is made anew each time.
 */
const DATA = '.data/pictures';
const DOCS = 'docs/images';
const START_PAGE = 'public/images';

let services: Services | undefined;
let application: Application | undefined;
let camera: Camera | undefined;

async function stop(): Promise<void> {
  await camera?.close();
  await Promise.allSettled([closeRedis(), closeDatabase()]);
  await application?.stop();
  await services?.stop();
}

async function main(): Promise<readonly string[]> {
  rmSync(DATA, { recursive: true, force: true });
  say(bold('Pictures of every page'));
  // Not those of the environment: what they hold would be in the pictures.
  Object.assign(process.env, { DATABASE_URL: '', REDIS_URL: '', MONGODB_URI: '' });
  services = await startServices({ dataDirectory: DATA });
  const addresses = { DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl };
  Object.assign(process.env, addresses);
  await migrate(services.databaseUrl);
  await build();
  const settings = { ...services, dataDirectory: DATA, env: { GROQ_API_KEY: '', SIGN_UP: 'open' } };
  application = await startApplication(settings);
  Object.assign(process.env, {
    NEXTAUTH_SECRET: application.env.NEXTAUTH_SECRET,
    NEXT_PUBLIC_APP_URL: application.url,
  });
  camera = await Camera.open(application.url);

  const userId = await signUp();
  const page = await camera.signIn(LOGIN.email, LOGIN.password);
  await camera.take(DOCS, [{ name: 'first-steps', path: '/dashboard' }]);
  await page.goto('/dashboard');
  await page.getByRole('button', { name: 'Open a sample workspace' }).click();
  await page.waitForURL('**/workspaces/sample');
  const caller = await fullSampleOf(userId);
  await camera.remember(page);
  const { key, invitation } = await bringCompany(caller);
  const api = new Api(application.url, key);
  const places = await furnish(api, DATA);
  await camera.take(DOCS, inside(places));
  await camera.takeSharp(START_PAGE, forStartPage.still(places));

  const campaignId = await launchSlowly(api, places);
  await camera.takeSharp(START_PAGE, forStartPage.live(campaignId));
  await camera.take(DOCS, live(campaignId));

  // A web process knows the files of its start alone.
  await application.stop();
  application = await startApplication(settings);
  await camera.take(DOCS, between(invitation));
  await camera.signOut();
  await camera.take(DOCS, outside);
  return camera.missing;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    say('\nStopping …');
    void stop().then(() => process.exit(130));
  });

const began = Date.now();
let failed = true;
try {
  const missing = await main();
  failed = missing.length > 0;
  for (const line of missing) say(red(`Missing: ${line}`));
} catch (error) {
  say(red(error instanceof Error ? (error.stack ?? error.message) : String(error)));
} finally {
  await stop();
  say(dim(`Finished in ${seconds(Date.now() - began)}`));
}
process.exit(failed ? 1 : 0);
