'use client';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { Dialog } from '@/ui/dialog.tsx';
import { docsSearchEntrySchema } from '../docs.schema.ts';
import { type DocsHit, makeDocsSearch } from './find-in-docs.ts';

type Find = (words: string) => DocsHit[];

const loadSearch = async (): Promise<Find> => {
  const answer = await fetch('/docs/search.json');
  if (!answer.ok) throw new Error(`The search answered ${answer.status}`);
  return makeDocsSearch(z.array(docsSearchEntrySchema).parse(await answer.json()));
};

/** Search over all pages, as one types. */
export function DocsSearchDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange(open: boolean): void;
}) {
  const router = useRouter();
  const [find, setFind] = useState<Find | null>(null);
  const [failed, setFailed] = useState(false);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!open || find) return;
    setFailed(false);
    loadSearch().then(
      (loaded) => setFind(() => loaded),
      () => setFailed(true),
    );
  }, [open, find]);
  const hits = find && words.trim() ? find(words) : [];
  const go = (href: string) => {
    onOpenChange(false);
    setWords('');
    router.push(href);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Search the documentation"
      className="top-24 max-w-xl translate-y-0"
    >
      <Command shouldFilter={false} label="Search the documentation">
        <Command.Input
          value={words}
          onValueChange={setWords}
          placeholder="A word, a setting, a metric …"
          className="h-10 w-full rounded-lg border border-line-strong bg-surface px-3 text-sm"
        />
        <Command.List className="mt-3 max-h-[55dvh] overflow-y-auto">
          {hits.map((hit) => (
            <Command.Item
              key={hit.id}
              value={hit.id}
              onSelect={() => go(hit.href)}
              className="cursor-pointer rounded-lg px-3 py-2 data-[selected=true]:bg-accent-soft"
            >
              <p className="font-medium">
                {hit.title}
                {hit.title !== hit.page && (
                  <span className="ml-2 font-normal text-small text-muted">{hit.page}</span>
                )}
              </p>
              <p className="mt-0.5 line-clamp-2 text-small text-muted [overflow-wrap:anywhere]">
                {hit.excerpt}
              </p>
            </Command.Item>
          ))}
        </Command.List>
        <p role="status" className="mt-2 text-small text-muted empty:hidden">
          {failed
            ? 'The search could not be loaded. Close it and open it again.'
            : find && words.trim() && hits.length === 0
              ? 'Nothing found. Try another or a shorter word.'
              : !find && words.trim()
                ? 'Loading …'
                : null}
        </p>
      </Command>
    </Dialog>
  );
}
