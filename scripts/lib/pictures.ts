import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.ts';

/** The pictures that e2e/visual compares with, for the browser at hand. */
export interface Pictures {
  /** Where they are, or would be. */
  folder: string;
  /** Whether there are any. Another version draws text a little differently, so its pictures are no measure. */
  known: boolean;
}

export function picturesForThisBrowser(): Pictures {
  const browser = `chromium-${versionOf(findChromium()?.path ?? chromium.executablePath())}-${process.platform}`;
  const folder = join('e2e', 'visual', 'pictures', browser);
  return { folder, known: existsSync(folder) };
}

/** Said wherever pictures are left out. */
export const picturesLeftOut = ({ folder }: Pictures): string =>
  `  Pictures are not compared: there are none for this browser (${folder}). To take them: npm run e2e:update-visual`;

function versionOf(program: string): string {
  try {
    // Chromium for Windows opens a window instead of telling its version.
    if (process.platform === 'win32') return 'unknown';
    const said = execFileSync(program, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    return /\d+(\.\d+){3}/.exec(said)?.[0] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
