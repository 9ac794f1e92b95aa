'use client';
import { Plus } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { Input, Select } from '@/ui/input.tsx';
import {
  type BuilderGroup,
  defaultOperator,
  defaultValue,
  isUnrestricted,
  type OrderCountValue,
  type OrderSumValue,
  orderFields,
} from './builder-rules.ts';
import { RuleTree } from './rule-tree.tsx';
import { useMark } from './tree-context.ts';
import { ComparedValue } from './value-inputs.tsx';

/** “at least 2 orders, where …”. Refunds are no orders. */
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
    <div className="flex flex-col gap-2">
      <span className="flex flex-wrap items-center gap-2">
        <Select
          aria-label="How the number of orders compares"
          className="w-32"
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
          className="w-16 tabular-nums"
          value={String(value.threshold)}
          onChange={(event) => onChange({ ...value, threshold: event.target.value })}
          {...useMark('match.threshold')}
        />
        <span className="text-muted text-sm">orders</span>
      </span>
      <OrderWindow where={value.where} onChange={(where) => onChange({ ...value, where })} place={place} />
    </div>
  );
}

/** “the sum of their orders where … is at least 500”. */
export function OrderSum({
  operator,
  value,
  onChange,
  place,
}: {
  operator: string;
  value: OrderSumValue;
  onChange(value: OrderSumValue): void;
  place: string;
}) {
  return (
    <div className="flex flex-col gap-2">
      <span className="flex flex-wrap items-center gap-2">
        <ComparedValue
          type="money"
          operator={operator}
          value={value.value}
          onChange={(amount) => onChange({ ...value, value: amount })}
        />
        <span className="text-muted text-sm">for</span>
        <Select
          aria-label="Which figure of the orders"
          className="w-44"
          value={value.aggregate}
          onChange={(event) =>
            onChange({ ...value, aggregate: event.target.value as OrderSumValue['aggregate'] })
          }
        >
          <option value="sum">the sum</option>
          <option value="avg">the average</option>
          <option value="max">the largest one</option>
          <option value="min">the smallest one</option>
        </Select>
      </span>
      <OrderWindow where={value.where} onChange={(where) => onChange({ ...value, where })} place={place} />
    </div>
  );
}

/** Which of a customer's orders are meant: all, or those that fit the conditions. */
function OrderWindow({
  where,
  onChange,
  place,
}: {
  where: BuilderGroup;
  onChange(where: BuilderGroup): void;
  place: string;
}) {
  if (isUnrestricted(where)) {
    const first = {
      field: 'placedAt',
      operator: defaultOperator('placedAt'),
      value: defaultValue('placedAt'),
    };
    return (
      <Button
        variant="ghost"
        size="sm"
        className="self-start"
        onClick={() => onChange({ ...where, rules: [first] })}
      >
        <Plus aria-hidden />
        Only certain orders
      </Button>
    );
  }
  return (
    // The room kept for the remove button beside the first line is free below it.
    <div className="-mr-10">
      <p className="mb-1 text-[13px] text-muted">Only orders where</p>
      <RuleTree
        fields={orderFields}
        firstField="amount"
        group={where}
        onChange={onChange}
        prefix={`${place}/`}
      />
    </div>
  );
}
