'use client';
import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Input, Select } from '@/ui/input.tsx';
import {
  type BuilderGroup,
  type BuilderRule,
  DEFAULT_WINDOW,
  isUnrestricted,
  type OrderCountValue,
  type OrderSumValue,
  reshaped,
  shaped,
} from './builder-rules.ts';
import { Compared } from './compared.tsx';
import { Marked } from './marked.tsx';
import { type QuickField, type QuickPart, quickParts, withQuickPart } from './order-where.ts';
import { RuleTree } from './rule-tree.tsx';
import { useMark, useTree } from './tree-context.ts';

/** Conditions over orders as sentences: “placed at least 2 orders over £100 in the last 6 months”. Refunds are no orders. */

export function OrderCount({
  value,
  onChange,
  place,
}: {
  value: OrderCountValue;
  onChange(value: OrderCountValue): void;
  place: string;
}) {
  return (
    <OrderSentence
      where={value.where}
      onWhere={(where) => onChange({ ...value, where })}
      place={place}
      noun={String(value.threshold) === '1' ? 'order' : 'orders'}
    >
      <Select
        aria-label="How the number of orders compares"
        className="w-28"
        value={value.mode}
        onChange={(event) => onChange({ ...value, mode: event.target.value as OrderCountValue['mode'] })}
      >
        <option value="atLeast">at least</option>
        <option value="atMost">at most</option>
        <option value="exactly">exactly</option>
      </Select>
      <Input
        inputMode="numeric"
        aria-label="Number of orders"
        className="w-14 tabular-nums"
        autoComplete="off"
        value={String(value.threshold)}
        onChange={(event) => onChange({ ...value, threshold: event.target.value })}
        {...useMark('match.threshold')}
      />
    </OrderSentence>
  );
}

const SUM_OPERATORS = [
  ['>=', 'at least'],
  ['>', 'more than'],
  ['<=', 'at most'],
  ['<', 'less than'],
  ['=', 'exactly'],
  ['!=', 'other than'],
  ['between', 'between'],
  ['notBetween', 'not between'],
  ['null', 'nothing: no such orders'],
  ['notNull', 'anything: has such orders'],
] as const;

/** “spent in total at least £500 on orders over £20 in the last 6 months”. */
export function OrderSum({
  rule,
  value,
  onChange,
  place,
}: {
  rule: BuilderRule;
  value: OrderSumValue;
  onChange(value: OrderSumValue): void;
  place: string;
}) {
  const { actions } = useTree();
  return (
    <OrderSentence
      where={value.where}
      onWhere={(where) => onChange({ ...value, where })}
      place={place}
      noun="on orders"
    >
      <Select
        aria-label="Which figure of the orders"
        className="w-48"
        value={value.aggregate}
        onChange={(event) =>
          onChange({ ...value, aggregate: event.target.value as OrderSumValue['aggregate'] })
        }
      >
        <option value="sum">in total</option>
        <option value="avg">on average per order</option>
        <option value="max">in their largest order</option>
        <option value="min">in their smallest order</option>
      </Select>
      <Select
        aria-label="Operator"
        data-part="operator"
        className="w-32"
        value={rule.operator}
        onChange={({ target: { value: operator } }) =>
          actions.patch(rule.id ?? '', {
            operator,
            value: { ...value, value: shaped(operator, value.value) },
          })
        }
      >
        {SUM_OPERATORS.map(([operator, label]) => (
          <option key={operator} value={operator}>
            {label}
          </option>
        ))}
      </Select>
      <Compared
        field={rule.field}
        operator={rule.operator}
        value={value.value}
        onChange={(amount) => onChange({ ...value, value: amount })}
      />
    </OrderSentence>
  );
}

/** A count or sum and which orders are meant: in short where that is possible, else in a group of their own. */
function OrderSentence({
  where,
  onWhere,
  place,
  noun,
  children,
}: {
  where: BuilderGroup;
  onWhere(where: BuilderGroup): void;
  place: string;
  noun: string;
  children: ReactNode;
}) {
  const [expanded, setExpanded] = useState(false);
  const parts = quickParts(where);
  const inShort = parts !== null && !expanded;
  return (
    <>
      {children}
      <span className="flex h-9 items-center text-muted text-sm">{noun}</span>
      {inShort && <AmountPart where={where} part={parts.amount} onWhere={onWhere} place={place} />}
      {inShort && <TimePart where={where} part={parts.placedAt} onWhere={onWhere} place={place} />}
      {inShort ? (
        <Button
          variant="ghost"
          size="sm"
          className="mt-0.5 px-2"
          title="Any conditions on the orders, nested as you like"
          onClick={() => setExpanded(true)}
        >
          <SlidersHorizontal aria-hidden />
          More conditions
        </Button>
      ) : (
        // The room kept for the handle and the buttons beside the first line is free below it.
        <div className="max-sm:-mr-8 -mr-16 max-sm:-ml-6 -ml-7 w-[calc(100%+5.75rem)] max-sm:w-[calc(100%+3.5rem)]">
          <div className="mb-1.5 flex min-h-8 flex-wrap items-center gap-x-2 px-2">
            <p className="text-small text-muted">
              {isUnrestricted(where) ? 'All orders, or only those where' : 'Only orders where'}
            </p>
            {parts && (
              <Button variant="ghost" size="sm" className="px-2" onClick={() => setExpanded(false)}>
                Back to the short form
              </Button>
            )}
          </div>
          <RuleTree group={where} firstField="amount" prefix={`${place}/`} />
        </div>
      )}
    </>
  );
}

interface PartProps {
  where: BuilderGroup;
  part: QuickPart | undefined;
  onWhere(where: BuilderGroup): void;
  place: string;
}

const AMOUNTS = [
  ['', 'of any amount'],
  ['>', 'over'],
  ['>=', 'of at least'],
  ['<', 'under'],
  ['<=', 'of at most'],
  ['=', 'of exactly'],
  ['between', 'of between'],
] as const;

const AmountPart = (props: PartProps) => (
  <OrderPart {...props} field="amount" label="Amount of each order" options={AMOUNTS} first="" width="w-40" />
);

const TIMES = [
  ['', 'at any time'],
  ['inLast', 'in the last'],
  ['notInLast', 'not in the last'],
  ['>=', 'on or after'],
  ['>', 'after'],
  ['<', 'before'],
  ['<=', 'on or before'],
  ['between', 'between'],
] as const;

const TimePart = (props: PartProps) => (
  <OrderPart
    {...props}
    field="placedAt"
    label="When the orders were placed"
    options={TIMES}
    first={DEFAULT_WINDOW}
    width="w-36"
  />
);

/** No condition has this place, so nothing is wrong there. */
const NOWHERE = '-';

/** One of the two short parts: how it compares, and with what. */
function OrderPart({
  where,
  part,
  onWhere,
  place,
  field,
  label,
  options,
  first,
  width,
}: PartProps & {
  field: QuickField;
  label: string;
  options: readonly (readonly [string, string])[];
  first: unknown;
  width: string;
}) {
  const set = (next: Pick<BuilderRule, 'operator' | 'value'> | null) =>
    onWhere(withQuickPart(where, field, next));
  return (
    <Marked place={part ? `${place}/${part.index}` : NOWHERE} className="min-w-0 max-w-full">
      <span className="flex min-w-0 flex-wrap items-center gap-2">
        <Select
          aria-label={label}
          className={width}
          value={part?.rule.operator ?? ''}
          onChange={({ target: { value: operator } }) =>
            set(
              operator === ''
                ? null
                : { operator, value: reshaped(field, operator, part?.rule.value ?? first) },
            )
          }
        >
          {options.map(([operator, words]) => (
            <option key={operator} value={operator}>
              {words}
            </option>
          ))}
        </Select>
        {part && (
          <Compared
            field={field}
            operator={part.rule.operator}
            value={part.rule.value}
            onChange={(value) => set({ operator: part.rule.operator, value })}
          />
        )}
      </span>
    </Marked>
  );
}
