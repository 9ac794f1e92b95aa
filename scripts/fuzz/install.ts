import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { say } from '../lib/terminal.ts';
import { cacheDirectory, pipInstall } from '../services/cache.ts';

const VERSION = '4.32.5';
const program = join(cacheDirectory, 'venv', 'bin', 'schemathesis');

/**
 * The schemathesis program, in the virtual environment that all clones of a user share; installed now if it is not there.
 * @throws Error saying why it cannot be had
 */
export async function schemathesis(): Promise<string> {
  if (await isThere()) return program;
  say(
    `  Installing schemathesis ${VERSION} from PyPI into ${cacheDirectory} (once per user, half a minute) …`,
  );
  try {
    await pipInstall(`schemathesis==${VERSION}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `schemathesis cannot be installed; it needs Python 3.10 or later with venv and pip. ${why}`,
    );
  }
  return program;
}

async function isThere(): Promise<boolean> {
  if (!existsSync(program)) return false;
  const { stdout } = await promisify(execFile)(program, ['--version']).catch(() => ({ stdout: '' }));
  return stdout.includes(VERSION);
}
