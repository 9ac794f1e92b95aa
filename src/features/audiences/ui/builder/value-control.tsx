'use client';
import { CircleAlert } from 'lucide-react';
import { useContext } from 'react';
import type { ValueEditorProps } from 'react-querybuilder';
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
import { BuilderErrors } from './errors-context.ts';
import { OrderCount, OrderSum } from './order-conditions.tsx';
import { ComparedValue } from './value-inputs.tsx';

/** The right-hand side of a condition, and what is still wrong with it. */
export function ValueControl({ field, operator, value, handleOnChange, path, context }: ValueEditorProps) {
  const errors = useContext(BuilderErrors);
  const prefix: string = context?.prefix ?? '';
  const place = prefix + path.join('-');
  const error = errors.get(place);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Editor field={field} operator={operator} value={value} onChange={handleOnChange} place={place} />
      {error && (
        <p className="flex items-start gap-1.5 text-[13px] text-warning-text" role="status">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {error}
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
  if (field === ATTRIBUTE_FIELD) {
    const attribute = value as AttributeValue;
    return (
      <span className="flex flex-wrap items-center gap-2">
        <Input
          aria-label="Attribute name"
          placeholder="Attribute name"
          className="w-40"
          value={attribute.key}
          onChange={(event) => onChange({ ...attribute, key: event.target.value })}
        />
        <ComparedValue
          type="attribute"
          operator={operator}
          value={attribute.value}
          onChange={(compared) => onChange({ ...attribute, value: compared })}
        />
      </span>
    );
  }
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
