import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../lib/chromium.ts';
import { findOnPath, run } from '../lib/processes.ts';
import { say } from '../lib/terminal.ts';

/** One way to get a browser that is not there yet. `get` throws an Error whose message says why it cannot be had this way. */
interface Way {
  name: string;
  get(): Promise<void>;
}

const ways: readonly Way[] = [
  {
    name: 'npx playwright install chromium',
    get: () =>
      run('npx', ['playwright', 'install', 'chromium'], {
        env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
      }),
  },
  {
    name: 'apt-get install chromium',
    async get() {
      const apt = findOnPath('apt-get');
      if (!apt) throw new Error('there is no apt-get');
      if (process.getuid?.() !== 0) throw new Error('it needs root');
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      await run(apt, ['update'], { env });
      await run(apt, ['install', '-y', '--no-install-recommends', 'chromium'], { env });
    },
  },
];

/**
 * A browser that starts: one that is there, else one that is installed now.
 * @returns its name
 * @throws Error naming every way tried and what was wrong with each
 */
export async function ensureBrowser(): Promise<string> {
  const failures: string[] = [];
  const usable = async (): Promise<string | null> => {
    const found = findChromium();
    if (!found) return null;
    try {
      const executable = found.path ? { executablePath: found.path } : {};
      await (await chromium.launch({ ...executable, args: CHROMIUM_FLAGS, timeout: 30_000 })).close();
      return found.name;
    } catch (error) {
      failures.push(`  ${found.name}: does not start (${firstLine(error)})`);
      return null;
    }
  };
  const present = await usable();
  if (present) return present;
  if (failures.length === 0) failures.push('  Chromium on PATH: not found');
  for (const way of ways) {
    say(`  No browser yet: trying ${way.name} …`);
    try {
      await way.get();
      const name = await usable();
      if (name) return name;
    } catch (error) {
      failures.push(`  ${way.name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `There is no browser for the end-to-end tests. Tried:\n${failures.join('\n')}\nInstall Chromium (any of the above), or name one: E2E_CHROMIUM=/path/to/chromium npm test`,
  );
}

const firstLine = (error: unknown): string => {
  const lines = (error instanceof Error ? error.message : String(error))
    .split('\n')
    .map((line) => line.trim());
  return (lines.find((line) => /error|failed|ENOTFOUND/i.test(line)) ?? lines[0] ?? '').slice(0, 200);
};
