'use client';
import { useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { formatNumber, formatShare, plural } from '@/lib/format.ts';
import { trpc } from '@/ui/trpc.tsx';
import { type FunnelGroup, type FunnelNode, isFunnelGroup } from '../../rules/funnel.schema.ts';
import type { RuleGroup } from '../../rules.schema.ts';
import { Answered } from '../answered.tsx';
import { Panel } from './panel.tsx';
import { useRulesQuestion } from './use-rules-question.ts';

/** What each condition does: how many it selects, how many are left after it, whom it keeps out. */
export function FunnelPanel({ rules }: { rules: RuleGroup | null }) {
  const utils = trpc.useUtils();
  const [open, setOpen] = useState(false);
  const question = useRulesQuestion(
    'audience-funnel',
    rules,
    (input, signal) => utils.client.audiences.funnel.mutate({ rules: input }, { signal }),
    { enabled: open },
  );
  return (
    <Panel
      title="What each condition does"
      description="How many fit it, how many are left after it, and whom it alone keeps out."
      open={open}
      onOpenChange={setOpen}
    >
      <Answered question={question} incomplete={rules === null}>
        {({ total, count, funnel }) =>
          funnel.rules.length === 0 ? (
            <p className="text-muted text-sm">There are no conditions: everyone is in it.</p>
          ) : (
            <>
              <p className="mb-3 text-sm">
                Of <span className="font-semibold tabular-nums">{formatNumber(total)}</span> customers{' '}
                <span className="font-semibold tabular-nums">{formatNumber(count)}</span>{' '}
                {count === 1 ? 'is' : 'are'} in the audience.
              </p>
              <Rules group={funnel} total={total} />
            </>
          )
        }
      </Answered>
    </Panel>
  );
}

/** What a group asks of its conditions. */
function groupWords({ combinator, not, rules }: FunnelGroup): string {
  if (rules.length === 1) return not ? 'This must not be' : 'This must be';
  if (combinator === 'and') return not ? 'Not all of these together' : 'All of these';
  return not ? 'None of these' : 'At least one of these';
}

function Rules({ group, total, nested = false }: { group: FunnelGroup; total: number; nested?: boolean }) {
  return (
    <div>
      {!nested && <p className="mb-2 text-small text-muted">{groupWords(group)}</p>}
      <ol className="flex flex-col gap-4">
        {group.rules.map((node, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place
          <li key={i}>
            <Step node={node} total={total} />
            {isFunnelGroup(node) && node.rules.length > 1 && (
              <div className="mt-3 border-line border-l pl-3 sm:pl-4">
                <Rules group={node} total={total} nested />
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Step({ node, total }: { node: FunnelNode; total: number }) {
  const shown = node.remaining ?? node.alone;
  const words = wordsOf(node);
  return (
    <div className="text-sm">
      <div className="gap-x-6 sm:flex sm:items-baseline sm:justify-between">
        <p className="wrap-anywhere min-w-0">{words}</p>
        <p className="shrink-0 text-small tabular-nums">
          {node.remaining === null ? (
            plural(node.alone, 'customer')
          ) : (
            <>
              <span className="font-semibold">{formatNumber(node.remaining)}</span> left,{' '}
              {formatShare(node.remaining, total)}
            </>
          )}
        </p>
      </div>
      <div className="mt-1.5 h-2 rounded-full bg-sunken" aria-hidden>
        <div
          className={cn('h-full rounded-full', node.remaining === null ? 'bg-info' : 'bg-accent')}
          style={{ width: `${total === 0 ? 0 : (shown / total) * 100}%` }}
        />
      </div>
      <p className="mt-1 text-small text-muted">
        {node.remaining !== null && `${formatNumber(node.alone)} ${node.alone === 1 ? 'fits' : 'fit'} it. `}
        {effectOf(node)}
      </p>
    </div>
  );
}

function wordsOf(node: FunnelNode): string {
  if (!isFunnelGroup(node)) return node.sentence.charAt(0).toUpperCase() + node.sentence.slice(1);
  const [only] = node.rules;
  if (node.rules.length === 1 && only && !isFunnelGroup(only) && !node.not) return wordsOf(only);
  return node.rules.length === 0
    ? 'An empty group'
    : `${groupWords(node)} (${plural(node.rules.length, 'condition')})`;
}

/** What would be without it. */
function effectOf({ keptOut, broughtIn }: FunnelNode): string {
  if (keptOut > 0)
    return `It keeps out ${formatNumber(keptOut)} who ${keptOut === 1 ? 'fits' : 'fit'} everything else.`;
  if (broughtIn > 0) return `It brings in ${formatNumber(broughtIn)} who would not be in without it.`;
  return 'Without it nothing would change.';
}
