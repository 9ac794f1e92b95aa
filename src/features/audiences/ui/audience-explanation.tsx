'use client';
import { Check, CircleCheck, CircleX, UserRoundSearch, X } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { CustomerPicker } from '@/features/campaigns/ui/composer/customer-picker.tsx';
import { cn } from '@/lib/cn.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import type { AudienceExplanation as Explanation } from '../audiences.schema.ts';
import { type ExplainedCondition, type ExplainedGroup, isExplainedGroup } from '../rules/explained.schema.ts';
import type { RuleGroup } from '../rules.schema.ts';
import { Answered } from './answered.tsx';
import { useRulesQuestion } from './insights/use-rules-question.ts';

/** Whether one customer is among those the rules select, and why. `rules` is null while they are not complete. */
export function AudienceExplanation({ rules }: { rules: RuleGroup | null }) {
  const utils = trpc.useUtils();
  const [customerId, setCustomerId] = useState<string | null>(null);
  const question = useRulesQuestion(
    'audience-explanation',
    rules,
    (input, signal) =>
      utils.client.audiences.explainRules.mutate({ rules: input, customerId: customerId ?? '' }, { signal }),
    { enabled: customerId !== null, about: customerId, keep: (last) => last.customer.id === customerId },
  );
  return (
    <Card aria-label="Is someone in it?">
      <CardHeader title="Is someone in it?" description="Look up one customer, in the audience or not." />
      <CardBody className="flex flex-col gap-4">
        <div className="max-w-md">
          <CustomerPicker
            label="Customer to look up"
            placeholder="Name or email"
            onChoose={(customer) => setCustomerId(customer?.id ?? null)}
          />
        </div>
        {customerId === null ? (
          // As tall as the list of the box above it, which would else make the page longer.
          <EmptyState icon={UserRoundSearch} title="Nobody chosen yet">
            Choose a customer to see each condition beside what they have.
          </EmptyState>
        ) : (
          <Answered
            question={question}
            incomplete={rules === null}
            toComplete="Complete the rule to see the answer."
          >
            {(explanation) => <Answer {...explanation} />}
          </Answered>
        )}
      </CardBody>
    </Card>
  );
}

function Answer({ customer, inAudience, explanation }: Explanation) {
  const Icon = inAudience ? CircleCheck : CircleX;
  return (
    <>
      <div role="status" className="flex items-start gap-2.5">
        <Icon
          className={cn('mt-0.5 size-5 shrink-0', inAudience ? 'text-success-text' : 'text-danger-text')}
          aria-hidden
        />
        <div className="min-w-0">
          <p className="font-semibold">{inAudience ? 'In the audience' : 'Not in the audience'}</p>
          <Link
            href={`/customers/${customer.id}`}
            target="_blank"
            className="wrap-anywhere text-small text-muted underline-offset-4 hover:underline"
          >
            {customer.name ? `${customer.name}, ${customer.email}` : customer.email}
          </Link>
        </div>
      </div>
      <div className="mt-4 border-line border-t pt-4">
        <ExplainedRules explanation={explanation} />
      </div>
    </>
  );
}

/** Each condition of a rule with whether it holds for a customer, and what they have. */
export const ExplainedRules = ({ explanation }: { explanation: ExplainedGroup }) => (
  <>
    <p className="mb-2 text-small text-muted">{groupWords(explanation)}</p>
    <Rules group={explanation} turned={explanation.not} />
  </>
);

/** What a group asks for. */
function groupWords({ combinator, not, rules }: ExplainedGroup): string {
  if (rules.length === 0)
    return not ? 'An empty group turned around: nobody fits' : 'No conditions: everyone fits';
  if (rules.length === 1) return not ? 'This must not be' : 'This must be';
  if (combinator === 'and') return not ? 'Not all of these together' : 'All of these';
  return not ? 'None of these' : 'At least one of these';
}

/**
 * The rules of a group. Inside one that is turned around (`turned`) a tick is no good news and a cross no bad one, so
 * colours are left away.
 */
function Rules({ group, turned }: { group: ExplainedGroup; turned: boolean }) {
  if (group.rules.length === 0) return null;
  // What a cross among them spoils: not an “or” that another one fulfils.
  const fulfilled =
    group.combinator === 'and' ? group.rules.every((r) => r.holds) : group.rules.some((r) => r.holds);
  return (
    <ul className="flex flex-col gap-3">
      {group.rules.map((rule, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place
        <li key={i} className="flex items-start gap-2.5 text-sm">
          <Mark
            holds={rule.holds}
            tone={turned || (!rule.holds && fulfilled) ? 'muted' : rule.holds ? 'success' : 'danger'}
          />
          <div className="min-w-0 flex-1">
            {isExplainedGroup(rule) ? (
              <>
                <p className="mb-2 text-muted">{groupWords(rule)}</p>
                <div className="border-line border-l pl-3 sm:pl-4">
                  <Rules group={rule} turned={turned || rule.not} />
                </div>
              </>
            ) : (
              <Condition {...rule} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Mark({ holds, tone }: { holds: boolean; tone: 'success' | 'danger' | 'muted' }) {
  const Icon = holds ? Check : X;
  const colour = { success: 'text-success-text', danger: 'text-danger-text', muted: 'text-muted' }[tone];
  return (
    <>
      <Icon className={cn('mt-0.5 size-4 shrink-0', colour)} aria-hidden />
      <span className="sr-only">{holds ? 'Fits:' : 'Does not fit:'}</span>
    </>
  );
}

const Condition = ({ sentence, value }: ExplainedCondition) => (
  <div className="gap-x-6 gap-y-0.5 sm:flex sm:items-baseline sm:justify-between">
    <p className="wrap-anywhere min-w-0">{sentence.charAt(0).toUpperCase() + sentence.slice(1)}</p>
    <p
      className="wrap-anywhere line-clamp-3 min-w-0 text-small text-muted tabular-nums sm:max-w-[45%] sm:shrink-0 sm:text-right"
      title={value.length > 80 ? value : undefined}
    >
      <span className="sr-only">The customer has: </span>
      {value}
    </p>
  </div>
);
