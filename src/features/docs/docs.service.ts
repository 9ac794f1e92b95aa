import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { docsPath } from '../../lib/docs-links.ts';
import { singleton } from '../../server/singleton.ts';
import type { DocsSearchEntry } from './docs.schema.ts';
import { type ParsedMarkdown, parseMarkdown } from './docs-markdown.ts';
import { type DocsPage, docsPages } from './docs-pages.ts';

const DECISIONS = 'docs/decisions';

/** A page as it is shown. */
export interface ShownPage extends DocsPage, ParsedMarkdown {}

/**
 * Where a link of a page leads in the app: another page, a file below public/, or an address elsewhere as it is; null where
 * it names a file of the repository that is not shown.
 * @param pathOf the path in the app of each file that is a page
 */
export function addressInApp(
  fromFile: string,
  address: string,
  pathOf: (file: string) => string | undefined,
): string | null {
  if (/^([a-z]+:|\/|#)/i.test(address)) return address;
  const [target = '', anchor] = address.split('#');
  const file = path.posix.normalize(path.posix.join(path.posix.dirname(fromFile), target));
  if (file.startsWith('public/')) return `/${file.slice('public/'.length)}`;
  const shown = pathOf(file === DECISIONS ? `${DECISIONS}/README.md` : file);
  return shown ? shown + (anchor ? `#${anchor}` : '') : null;
}

/** The records of docs/decisions as pages; they are found from its list, not from the sidebar. */
async function decisionPages(): Promise<DocsPage[]> {
  const files = (await readdir(DECISIONS)).filter((file) => /^\d{4}-.*\.md$/.test(file)).sort();
  return files.map((file) => ({
    slug: `decisions/${file.slice(0, -'.md'.length)}`,
    file: `${DECISIONS}/${file}`,
    title: '',
    description: 'A decision: what was chosen, why, and what follows.',
  }));
}

/** Every page there is, by its slug; those of the sidebar first. */
async function listPages(): Promise<ReadonlyMap<string, DocsPage>> {
  return new Map([...docsPages, ...(await decisionPages())].map((page) => [page.slug, page]));
}

/** Pages as they were parsed, each good for as long as its file stays as it is. */
const parsedPages = singleton('docs', () => new Map<string, { changed: number; page: ShownPage }>());

async function show(page: DocsPage, all: ReadonlyMap<string, DocsPage>): Promise<ShownPage> {
  const changed = (await stat(page.file)).mtimeMs;
  const kept = parsedPages.get(page.slug);
  if (kept?.changed === changed) return kept.page;
  const pathOf = (file: string) => {
    const target = [...all.values()].find((other) => other.file === file);
    return target && docsPath(target);
  };
  const parsed = parseMarkdown(await readFile(page.file, 'utf8'), (address) =>
    addressInApp(page.file, address, pathOf),
  );
  const shown = { ...page, ...parsed, title: page.title || (parsed.headings[0]?.title ?? page.slug) };
  parsedPages.set(page.slug, { changed, page: shown });
  return shown;
}

/** The page at `/docs/<slug>`, or null. */
export async function readDocsPage(slug: string): Promise<ShownPage | null> {
  const all = await listPages();
  const page = all.get(slug);
  return page ? show(page, all) : null;
}

/** Every page there is, those included that the sidebar leaves out. */
export async function allDocsPages(): Promise<ShownPage[]> {
  const all = await listPages();
  return Promise.all([...all.values()].map((page) => show(page, all)));
}

/** What the search of the pages looks through. */
export async function docsSearchEntries(): Promise<DocsSearchEntry[]> {
  return (await allDocsPages()).flatMap((page) =>
    page.passages.map(({ anchor, title, text }) => ({
      id: `${page.slug}#${anchor}`,
      href: docsPath(page) + (anchor ? `#${anchor}` : ''),
      page: page.title,
      title: anchor ? title : page.title,
      text,
    })),
  );
}
