'use client';
import { CircleAlert } from 'lucide-react';
import { useContext, useId } from 'react';
import type { ValueEditorProps } from 'react-querybuilder';
import { cn } from '@/lib/cn.ts';
import { Input } from '@/ui/input.tsx';
import {
  ATTRIBUTE_FIELD,
  type AttributeValue,
  builderFieldType,
  ORDER_COUNT_FIELD,
  ORDER_SUM_FIELD,
  type OrderCountValue,
  type OrderSumValue,
} from './builder-rules.ts';
import { OrderCount, OrderSum } from './order-conditions.tsx';
import { ConditionContext, TreeContext, useMark } from './tree-context.ts';
import { ComparedValue } from './value-inputs.tsx';

/** The right-hand side of a condition, and what is still wrong with it. */
export function ValueControl({ field, operator, value, handleOnChange, path, context }: ValueEditorProps) {
  const { problems, strict } = useContext(TreeContext);
  const messageId = useId();
  const prefix: string = context?.prefix ?? '';
  const place = prefix + path.join('-');
  const problem = problems.get(place);
  return (
    <div className="flex min-w-0 max-w-full flex-col gap-1.5">
      <ConditionContext value={{ problem, messageId }}>
        <Editor field={field} operator={operator} value={value} onChange={handleOnChange} place={place} />
      </ConditionContext>
      {problem && (
        <p
          id={messageId}
          className={cn(
            'flex items-start gap-1.5 text-[13px]',
            strict || !problem.unfinished ? 'text-danger-text' : 'text-warning-text',
          )}
        >
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {problem.message}
        </p>
      )}
    </div>
  );
}

function Editor({
  field,
  operator,
  value,
  onChange,
  place,
}: {
  field: string;
  operator: string;
  value: unknown;
  onChange(value: unknown): void;
  place: string;
}) {
  if (field === ORDER_COUNT_FIELD)
    return <OrderCount value={value as OrderCountValue} onChange={onChange} place={place} />;
  if (field === ORDER_SUM_FIELD)
    return <OrderSum operator={operator} value={value as OrderSumValue} onChange={onChange} place={place} />;
  if (field === ATTRIBUTE_FIELD)
    return <AttributeEditor operator={operator} value={value as AttributeValue} onChange={onChange} />;
  return (
    <ComparedValue
      type={builderFieldType(field)}
      operator={operator}
      value={value}
      onChange={onChange}
      suggestions={field === 'country' ? 'audience-countries' : undefined}
    />
  );
}

function AttributeEditor({
  operator,
  value,
  onChange,
}: {
  operator: string;
  value: AttributeValue;
  onChange(value: AttributeValue): void;
}) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Input
        aria-label="Attribute name"
        placeholder="Attribute name"
        className="w-40 max-w-full"
        autoComplete="off"
        value={value.key}
        onChange={(event) => onChange({ ...value, key: event.target.value })}
        {...useMark('field')}
      />
      <ComparedValue
        type="attribute"
        operator={operator}
        value={value.value}
        onChange={(compared) => onChange({ ...value, value: compared })}
      />
    </span>
  );
}
