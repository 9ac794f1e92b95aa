'use client';
import { X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Fragment, useContext } from 'react';
import { cn } from '@/lib/cn.ts';
import { describeRule } from '../../rules/describe.ts';
import type { Rule } from '../../rules.schema.ts';
import { type BuilderGroup, type BuilderRule, isBuilderGroup } from '../builder/builder-rules.ts';
import { readable } from '../builder/check-tree.ts';
import { ConditionFields } from '../builder/condition-box.tsx';
import { find } from '../builder/tree.ts';
import { ChoicesContext, useProblem } from '../builder/tree-context.ts';
import type { Builder } from '../builder/use-builder.ts';

/** A rule as chips, one for each condition, with the words that join them: a click edits one, its cross takes it out. */
export function RuleChips({ builder }: { builder: Builder }) {
  return (
    <fieldset aria-label="The rules" className="flex min-w-0 flex-wrap items-center gap-1.5">
      <Chips group={builder.tree} builder={builder} place="" />
    </fieldset>
  );
}

const introOf = ({ combinator, not, rules }: BuilderGroup): string | null => {
  if (!not) return null;
  if (rules.length === 1) return 'not';
  return combinator === 'or' ? 'none of' : 'not all of';
};

function Chips({ group, builder, place }: { group: BuilderGroup; builder: Builder; place: string }) {
  const intro = introOf(group);
  return (
    <>
      {intro && <Joint strong>{intro}</Joint>}
      {group.rules.map((item, i) => {
        const here = place === '' ? String(i) : `${place}-${i}`;
        return (
          <Fragment key={item.id}>
            {i > 0 && <Joint>{group.combinator}</Joint>}
            {isBuilderGroup(item) ? (
              <span className="inline-flex min-w-0 flex-wrap items-center gap-1.5 rounded-2xl border border-line-strong/60 border-dashed px-2 py-1">
                <Chips group={item} builder={builder} place={here} />
              </span>
            ) : (
              <Chip rule={item} builder={builder} place={here} />
            )}
          </Fragment>
        );
      })}
    </>
  );
}

const Joint = ({ strong = false, children }: { strong?: boolean; children: string }) => (
  <span className={cn('text-small', strong ? 'font-medium text-warning-text' : 'text-muted')}>
    {children}
  </span>
);

function Chip({ rule, builder, place }: { rule: BuilderRule; builder: Builder; place: string }) {
  const { currency, snapshots } = useContext(ChoicesContext);
  const { problem } = useProblem(place);
  const [read] = readable({ combinator: 'and', rules: [rule] }).rules;
  const words = describeRule(read as Rule, { currency, snapshots });
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return (
    <span
      data-chip
      className={cn(
        'inline-flex min-w-0 max-w-full items-center rounded-full pr-0.5',
        problem ? 'bg-danger-soft text-danger-text' : 'bg-accent-soft text-accent-text',
      )}
    >
      <Popover.Root>
        <Popover.Trigger asChild>
          <button
            type="button"
            title="Change this condition"
            className="wrap-anywhere min-w-0 rounded-full py-1 pr-1 pl-3 text-left text-small underline-offset-4 hover:underline"
          >
            {sentence}
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="start"
            sideOffset={6}
            collisionPadding={12}
            aria-label="Change this condition"
            className="z-40 max-h-[min(32rem,var(--radix-popover-content-available-height))] w-max max-w-[min(44rem,calc(100vw-2rem))] overflow-y-auto rounded-xl border border-line bg-surface p-3 shadow-lg"
          >
            <ConditionFields rule={rule} place={place} inOrders={false} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <button
        type="button"
        aria-label={`Take out: ${sentence}`}
        className="flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-accent hover:text-accent-foreground"
        onClick={() => takeOut(builder, rule.id ?? '')}
      >
        <X className="size-3.5" aria-hidden />
      </button>
    </span>
  );
}

/** Takes a condition out, and the groups that would be left empty: they would mean everyone. */
function takeOut({ tree, actions }: Builder, id: string): void {
  const spot = find(tree, id);
  if (!spot) return;
  let taken = id;
  for (const group of spot.around.slice(1).toReversed()) {
    if (group.rules.length > 1) break;
    taken = group.id ?? taken;
  }
  actions.remove(taken);
}
