'use client';
import { Input } from '@/ui/input.tsx';
import {
  ATTRIBUTE_FIELD,
  type AttributeValue,
  type BuilderRule,
  ORDER_COUNT_FIELD,
  ORDER_SUM_FIELD,
  type OrderCountValue,
  type OrderSumValue,
} from './builder-rules.ts';
import { Compared } from './compared.tsx';
import { OrderCount, OrderSum } from './order-conditions.tsx';
import { useMark, useTree } from './tree-context.ts';

/** The right-hand side of a condition. */
export function ConditionValue({ rule, place }: { rule: BuilderRule; place: string }) {
  const { actions } = useTree();
  const { id = '', field, operator, value } = rule;
  const onChange = (next: unknown) => actions.patch(id, { value: next });
  if (field === ORDER_COUNT_FIELD)
    return <OrderCount value={value as OrderCountValue} onChange={onChange} place={place} />;
  if (field === ORDER_SUM_FIELD)
    return <OrderSum rule={rule} value={value as OrderSumValue} onChange={onChange} place={place} />;
  if (field === ATTRIBUTE_FIELD)
    return <NamedAttribute operator={operator} value={value as AttributeValue} onChange={onChange} />;
  return <Compared field={field} operator={operator} value={value} onChange={onChange} />;
}

function NamedAttribute({
  operator,
  value,
  onChange,
}: {
  operator: string;
  value: AttributeValue;
  onChange(value: AttributeValue): void;
}) {
  const mark = useMark('field');
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Input
        aria-label="Attribute name"
        placeholder="Attribute name"
        className="w-40 max-w-full"
        autoComplete="off"
        value={value.key}
        onChange={(event) => onChange({ ...value, key: event.target.value })}
        {...mark}
      />
      <Compared
        field={ATTRIBUTE_FIELD}
        operator={operator}
        value={value.value}
        onChange={(compared) => onChange({ ...value, value: compared })}
      />
    </span>
  );
}
