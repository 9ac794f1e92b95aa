'use client';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Notice } from '@/ui/states.tsx';
import type { BuilderGroup } from '../builder/builder-rules.ts';
import { checkTree } from '../builder/check-tree.ts';
import { TreeProvider } from '../builder/tree-provider.tsx';
import { type Builder, useBuilder } from '../builder/use-builder.ts';
import { markWords } from './mark-words.ts';
import { RuleChips } from './rule-chips.tsx';
import type { ReadWords } from './words-box.tsx';
import { WordsCount } from './words-count.tsx';

/** What became of the words: a proposal that can be changed, and then takes the place of the rules or joins them. */
export function WordsAnswer({
  prompt,
  read,
  builder,
}: {
  prompt: string;
  read: ReadWords;
  builder: Builder;
}) {
  const proposal = useBuilder(read.rules);
  const { rules, problems } = useMemo(() => checkTree(proposal.tree), [proposal.tree]);
  /** The tree the proposal was put into, as long as that is still the present one. */
  const [usedIn, setUsedIn] = useState<BuilderGroup | null>(null);
  const isEmpty = proposal.tree.rules.length === 0;
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-sunken/40 p-3 text-sm">
      <div role="status" className="flex flex-wrap items-center gap-2">
        <Badge tone={read.source === 'groq' ? 'accent' : 'neutral'}>
          {read.source === 'groq' ? 'Read by AI' : 'Read without AI'}
        </Badge>
        <p className="wrap-anywhere min-w-0">
          <PromptWords prompt={prompt} unmapped={read.unmapped} />
        </p>
      </div>
      {read.note && <Notice tone="info">{read.note}</Notice>}
      {read.rules.rules.length === 0 ? (
        <p className="text-muted">
          Nothing in these words could be turned into a condition. Say what they bought, when, for how much,
          or where they live.
        </p>
      ) : isEmpty ? (
        <p className="flex flex-wrap items-center gap-2 text-muted">
          All conditions were taken out.
          <Button variant="ghost" size="sm" onClick={() => proposal.actions.undo()}>
            <Undo2 aria-hidden />
            Undo
          </Button>
        </p>
      ) : (
        <TreeProvider builder={proposal} problems={problems}>
          <RuleChips builder={proposal} />
        </TreeProvider>
      )}
      {read.assumptions.length > 0 && (
        <div>
          <p className="font-medium text-small">Taken as meant</p>
          <ul className="mt-0.5 list-disc pl-5 text-small text-muted">
            {read.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </div>
      )}
      {!isEmpty && <WordsCount rules={rules} />}
      {!isEmpty && (
        <UseButtons
          builder={builder}
          disabled={rules === null}
          onUse={(how) => {
            if (rules && builder.actions.use(rules, how)) setUsedIn(builder.actions.current());
          }}
        />
      )}
      {usedIn !== null && usedIn === builder.tree && (
        <p role="status" className="flex flex-wrap items-center gap-2 text-success-text">
          Done: the rules below have them now.
          <Button
            variant="ghost"
            size="sm"
            onClick={() => {
              builder.actions.undo();
              setUsedIn(null);
            }}
          >
            <Undo2 aria-hidden />
            Undo
          </Button>
        </p>
      )}
    </div>
  );
}

/** The words as they were typed, those that no rule stands for marked. */
function PromptWords({ prompt, unmapped }: { prompt: string; unmapped: readonly string[] }): ReactNode {
  const { parts, elsewhere } = useMemo(() => markWords(prompt, unmapped), [prompt, unmapped]);
  return (
    <>
      “
      {parts.map(({ text, missed }, i) =>
        missed ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place
          <mark key={i} className="rounded bg-warning-soft px-0.5 text-warning-text">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
      ”
      {unmapped.length > 0 && (
        <span className="mt-1 block text-small text-warning-text">
          {elsewhere.length < unmapped.length
            ? 'No condition stands for the marked words.'
            : 'No condition stands for some of this:'}
          {elsewhere.length > 0 && ` ${elsewhere.map((words) => `“${words}”`).join(', ')}`}
        </span>
      )}
    </>
  );
}

function UseButtons({
  builder,
  disabled,
  onUse,
}: {
  builder: Builder;
  disabled: boolean;
  onUse(how: 'replace' | 'and' | 'or'): void;
}) {
  const hasOwn = builder.tree.rules.length > 0;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="sm" disabled={disabled} onClick={() => onUse('replace')}>
        {hasOwn ? 'Use these rules instead' : 'Use these rules'}
      </Button>
      {hasOwn && (
        <>
          <Button variant="secondary" size="sm" disabled={disabled} onClick={() => onUse('and')}>
            Add: both must fit
          </Button>
          <Button variant="secondary" size="sm" disabled={disabled} onClick={() => onUse('or')}>
            Add: either may fit
          </Button>
        </>
      )}
    </div>
  );
}
