'use client';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { type CustomerFilter, customerFilterSchema } from '../../customer-filter.schema.ts';

interface Props {
  filter: CustomerFilter;
  onFilter(filter: CustomerFilter): void;
}

/** What a box says as the field of a filter; `undefined` where it is empty. */
function read(field: keyof CustomerFilter, text: string, kind: 'number' | 'day') {
  if (text.trim() === '') return { value: undefined, error: undefined };
  const parsed = customerFilterSchema.shape[field].safeParse(kind === 'number' ? Number(text) : text);
  return parsed.success
    ? { value: parsed.data, error: undefined }
    : { value: undefined, error: parsed.error.issues[0]?.message ?? 'is not possible' };
}

/** Boxes whose values are taken over together, once they all can be. */
function Range({
  filter,
  onFilter,
  boxes,
  wrong,
}: Props & {
  boxes: readonly { field: keyof CustomerFilter; label: string; kind: 'number' | 'day'; hint?: string }[];
  /** What is wrong with values that are possible each by itself. */
  wrong?: (filter: CustomerFilter) => string | undefined;
}) {
  const [texts, setTexts] = useState(() => boxes.map(({ field }) => String(filter[field] ?? '')));
  const [tried, setTried] = useState(false);
  const results = boxes.map(({ field, kind }, i) => read(field, texts[i] ?? '', kind));
  const next: CustomerFilter = { ...filter };
  for (const [i, { field }] of boxes.entries()) {
    const value = results[i]?.value;
    if (value === undefined) delete next[field];
    else Object.assign(next, { [field]: value });
  }
  const together = wrong?.(next);
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (results.every(({ error }) => error === undefined) && !together) onFilter(next);
      }}
    >
      {boxes.map(({ field, label, kind, hint }, i) => (
        <Field
          key={field}
          label={label}
          hint={hint}
          error={tried ? (results[i]?.error ?? (i === boxes.length - 1 ? together : undefined)) : undefined}
        >
          <Input
            type={kind === 'number' ? 'number' : 'date'}
            step={kind === 'number' ? 'any' : undefined}
            className="h-8"
            value={texts[i]}
            onChange={(event) => setTexts(texts.with(i, event.target.value))}
          />
        </Field>
      ))}
      <Button type="submit" size="sm" className="self-end">
        Show these
      </Button>
    </form>
  );
}

export const Spend = (props: Props) => (
  <Range
    {...props}
    boxes={[
      { field: 'minSpend', label: 'At least', kind: 'number' },
      { field: 'maxSpend', label: 'At most', kind: 'number' },
    ]}
    wrong={({ minSpend, maxSpend }) =>
      minSpend !== undefined && maxSpend !== undefined && minSpend > maxSpend
        ? 'is less than the least; nobody would be left'
        : undefined
    }
  />
);

export const LastOrder = (props: Props) => (
  <Range
    {...props}
    boxes={[
      { field: 'lastOrderWithin', label: 'In the last … days', kind: 'number' },
      {
        field: 'lastOrderNotWithin',
        label: 'Not in the last … days',
        kind: 'number',
        hint: 'Also those who never ordered.',
      },
      { field: 'lastOrderFrom', label: 'From', kind: 'day' },
      { field: 'lastOrderTo', label: 'Up to', kind: 'day' },
    ]}
    wrong={({ lastOrderFrom, lastOrderTo }) =>
      lastOrderFrom && lastOrderTo && lastOrderFrom > lastOrderTo
        ? 'is before the first day; nobody would be left'
        : undefined
    }
  />
);
