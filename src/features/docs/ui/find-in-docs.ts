import MiniSearch from 'minisearch';
import type { DocsSearchEntry } from '../docs.schema.ts';

export interface DocsHit extends DocsSearchEntry {
  /** The part of the text that the words stand in. */
  excerpt: string;
}

const MAX_HITS = 12;
const BEFORE = 60;
const LENGTH = 180;

/** A search over passages: by the beginnings of words, forgiving a slip, headings before texts. */
export function makeDocsSearch(entries: readonly DocsSearchEntry[]): (words: string) => DocsHit[] {
  const index = new MiniSearch<DocsSearchEntry>({
    fields: ['title', 'page', 'text'],
    // Names of settings and metrics are found by their parts too: RATE_LIMIT, nexusflow_queue_jobs, totalSpend.
    tokenize: (text) => text.split(/[^\p{L}\p{N}_$]+/u).flatMap((word) => [word, ...partsOf(word)]),
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boost: { title: 4, page: 2 },
      combineWith: 'AND',
      tokenize: (text) => text.split(/[^\p{L}\p{N}_$]+/u).filter(Boolean),
    },
  });
  index.addAll(entries.filter(({ text, title }) => text || title));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (words) =>
    index
      .search(words)
      .slice(0, MAX_HITS)
      .flatMap(({ id, terms }) => {
        const entry = byId.get(String(id));
        return entry ? [{ ...entry, excerpt: excerptOf(entry.text, terms) }] : [];
      });
}

/** The parts of a name joined by underscores or capitals; none of a plain word. */
function partsOf(word: string): string[] {
  const parts = word.split(/_|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean);
  return parts.length > 1 ? parts : [];
}

function excerptOf(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term.toLowerCase())).filter((at) => at >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const from = first > BEFORE ? text.indexOf(' ', first - BEFORE) + 1 : 0;
  const part = text.slice(from, from + LENGTH);
  return `${from > 0 ? '… ' : ''}${part}${from + LENGTH < text.length ? ' …' : ''}`;
}
