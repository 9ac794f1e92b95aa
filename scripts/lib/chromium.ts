import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findOnPath } from './processes.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** No GPU, no sandbox (containers have none), and nothing asked of the network that a test did not ask for. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser for end-to-end tests: the program E2E_CHROMIUM names, Playwright's own when it is installed, else a
 * Chromium on PATH.
 * @returns `path` null means Playwright's own; the whole is null when there is no browser
 */
export function findChromium(): { name: string; path: string | null } | null {
  const named = process.env.E2E_CHROMIUM;
  if (named) return { name: named, path: named };
  if (existsSync(chromium.executablePath())) return { name: 'Playwright’s own Chromium', path: null };
  for (const name of NAMES) {
    const path = findOnPath(name);
    if (path) return { name: path, path };
  }
  return null;
}
