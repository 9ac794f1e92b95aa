import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { docsPath } from '../../lib/docs-links.ts';
import { allDocsPages, docsSearchEntries, readDocsPage } from './docs.service.ts';
import { parseMarkdown } from './docs-markdown.ts';
import { makeDocsSearch } from './ui/find-in-docs.ts';

/** Every address of a file's links and pictures, as written. */
function addressesIn(file: string): string[] {
  const found: string[] = [];
  parseMarkdown(readFileSync(file, 'utf8'), (address) => {
    found.push(address);
    return address;
  });
  return found;
}

const anchors = new Map<string, string[]>();
function anchorsOf(file: string): string[] {
  const known = anchors.get(file) ?? parseMarkdown(readFileSync(file, 'utf8')).headings.map(({ id }) => id);
  anchors.set(file, known);
  return known;
}

/** Every address below /docs that the app's own code leads to. */
const pointedTo = (): string[] =>
  globSync('src/**/*.{ts,tsx}', { exclude: (name) => /\.test\.ts$/.test(name) }).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'(\/docs(?:\/[a-z0-9/-]+(?:#[a-z0-9-]+)?)?)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );

describe('the documentation', () => {
  it('has links and anchors that lead somewhere in the repository', async () => {
    const files = ['README.md', ...(await allDocsPages()).map(({ file }) => file)];
    const broken = files.flatMap((file) =>
      addressesIn(file).flatMap((address) => {
        // Another site, an address of the app, or a picture of the app (`npm run pictures` makes those).
        if (/^([a-z]+:|\/api\/)/i.test(address) || /docs\/images\/.+\.webp$/.test(address)) return [];
        const [target = '', anchor] = address.split('#');
        const to = target ? path.join(path.dirname(file), target) : file;
        const stands = existsSync(to) && (!anchor || (to.endsWith('.md') && anchorsOf(to).includes(anchor)));
        return stands ? [] : [`${file}: ${address}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('has every page that the app points to, with the place on it', async () => {
    const places = new Set(['/docs']);
    for (const page of await allDocsPages()) {
      places.add(docsPath(page));
      for (const { id } of page.headings) places.add(`${docsPath(page)}#${id}`);
    }
    const links = pointedTo();
    expect(links).toContain('/docs/csv');
    expect(links.filter((link) => !places.has(link))).toEqual([]);
  });

  it('shows nothing that is no page of it', async () => {
    expect(await readDocsPage('vendors')).not.toBeNull();
    for (const slug of ['../package', 'openapi', '.env', 'decisions/../../CHANGELOG'])
      expect(await readDocsPage(slug)).toBeNull();
  });

  it('is found by beginnings of words and in spite of a slip', async () => {
    const find = makeDocsSearch(await docsSearchEntries());
    expect(find('signatur').map(({ href }) => href)).toContain('/docs/vendors#signatures');
    expect(find('webhoks').length).toBeGreaterThan(0);
    expect(find('qqqqqq')).toEqual([]);
  });
});
