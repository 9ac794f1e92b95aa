'use client';
import { Plus, Trash2 } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { Button } from '@/ui/button.tsx';
import type { DraftProblem } from './draft-values.ts';
import { type DraftText, MAX_TEXTS } from './shares.ts';

/** Which text one writes, of a campaign with several; a way to another one. */
export function TextTabs({
  texts,
  current,
  problems,
  onShow,
  onAdd,
  onRemove,
}: {
  texts: readonly DraftText[];
  current: string;
  problems: readonly DraftProblem[];
  onShow(key: string): void;
  onAdd(): void;
  onRemove(key: string): void;
}) {
  const add = texts.length < MAX_TEXTS && (
    <Button variant="ghost" size="sm" onClick={onAdd}>
      <Plus aria-hidden />
      {texts.length === 1 ? 'Try a second text' : 'Another text'}
    </Button>
  );
  if (texts.length === 1) return <div className="-mt-1 -ml-3">{add}</div>;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Tabs.Root value={current} onValueChange={onShow}>
        <Tabs.List
          aria-label="Texts"
          className="inline-flex max-w-full rounded-lg border border-line bg-sunken p-0.5"
        >
          {texts.map(({ key, share }) => (
            <Tabs.Trigger
              key={key}
              value={key}
              className="rounded-md px-3 py-1 font-medium text-muted text-small transition-colors hover:text-foreground data-[state=active]:bg-surface data-[state=active]:text-foreground data-[state=active]:shadow-xs dark:data-[state=active]:bg-line"
            >
              Text {key} <span className="ml-1.5 font-normal text-muted tabular-nums">{share}%</span>
              {problems.some((problem) => problem.key === key) && (
                <span className="ml-1.5 text-warning-text">incomplete</span>
              )}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Tabs.Root>
      {add}
      {current !== 'A' && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Remove text ${current}`}
          onClick={() => onRemove(current)}
        >
          <Trash2 aria-hidden />
        </Button>
      )}
    </div>
  );
}
