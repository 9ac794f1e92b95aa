import { gzipSync } from 'node:zlib';

/** The most JavaScript the dashboard may ask for before it stands, gzipped (1 kB = 1,000 bytes). */
export const DASHBOARD_BUDGET = 220_000;

export interface FirstLoad {
  /** Gzipped bytes of all scripts. */
  bytes: number;
  scripts: { path: string; bytes: number }[];
}

/** The part of a fetch that is needed: the text at a path of the application, as the person who looks at it. */
export type Read = (path: string) => Promise<string>;

/**
 * All JavaScript a page's HTML asks for: its script tags and what it has fetched ahead. Scripts with `nomodule` are left
 * out: no browser of the last years fetches them. What a page loads by itself later (charts, menus) is not in its HTML.
 */
export async function measureFirstLoad(read: Read, page: string): Promise<FirstLoad> {
  const scripts = await Promise.all(
    scriptsOf(await read(page)).map(async (path) => ({ path, bytes: gzipSync(await read(path)).length })),
  );
  if (scripts.length === 0)
    throw new Error(`${page} asks for no script: is it the page of somebody signed in?`);
  return { bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0), scripts };
}

/** Paths of the scripts an HTML document asks for, each once. */
export function scriptsOf(html: string): string[] {
  const found = new Set<string>();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
    const path = tag.startsWith('<script')
      ? /\snomodule\b/i.test(tag)
        ? undefined
        : attribute('src')
      : attribute('as') === 'script' || attribute('rel') === 'modulepreload'
        ? attribute('href')
        : undefined;
    if (path) found.add(path.replaceAll('&amp;', '&'));
  }
  return [...found];
}
