import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../lib/processes.ts';

/** Programs built or fetched once per user, shared by every clone. */
export const cacheDirectory = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'nexusflow');
const venv = join(cacheDirectory, 'venv');
const python = join(venv, 'bin', 'python');

/** Installs a package from PyPI into the cache's virtual environment and returns that environment's folder. */
export async function pipInstall(...packages: string[]): Promise<string> {
  if (!existsSync(python)) await run('python3', ['-m', 'venv', venv]);
  await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
  return venv;
}
