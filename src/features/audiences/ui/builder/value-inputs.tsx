'use client';
import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Input, Select } from '@/ui/input.tsx';
import type { FieldType } from '../../rules/fields.ts';
import type { DateWindow } from '../../rules.schema.ts';
import { shaped, shapeOf } from './builder-rules.ts';

interface EditorProps {
  type: FieldType;
  value: unknown;
  onChange(value: unknown): void;
  /** The id of a datalist with values to offer. */
  suggestions?: string | undefined;
}

/** The value of one comparison, by what the operator compares with. */
export function ComparedValue({ operator, ...props }: EditorProps & { operator: string }) {
  const value = shaped(operator, props.value);
  switch (shapeOf(operator)) {
    case 'none':
      return null;
    case 'window':
      return <WindowInput value={value as DateWindow} onChange={props.onChange} />;
    case 'list':
      return <ListInput {...props} value={value as unknown[]} />;
    case 'pair': {
      const [low, high] = value as [unknown, unknown];
      return (
        <span className="flex items-center gap-2">
          <OneInput {...props} label="From" value={low} onChange={(v) => props.onChange([v, high])} />
          <span className="text-muted text-sm">and</span>
          <OneInput {...props} label="To" value={high} onChange={(v) => props.onChange([low, v])} />
        </span>
      );
    }
    case 'one':
      return <OneInput {...props} label="Value" value={value} />;
  }
}

function OneInput({ type, value, onChange, label, suggestions }: EditorProps & { label: string }) {
  const text = value === null || value === undefined ? '' : String(value);
  if (type === 'date')
    return (
      <Input
        type="date"
        aria-label={label}
        className="w-40"
        value={text.slice(0, 10)}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  if (type === 'number' || type === 'money')
    return (
      <Input
        inputMode="decimal"
        aria-label={label}
        className="w-28 tabular-nums"
        placeholder={type === 'money' ? '0.00' : '0'}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <Input
      aria-label={label}
      className="w-40"
      list={suggestions}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Several values as chips; Enter or a comma adds what was typed, Backspace in the empty box takes the last away. */
function ListInput({ type, value, onChange, suggestions }: EditorProps & { value: unknown[] }) {
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const item = text.trim();
    setTyped('');
    if (item !== '' && !value.some((v) => String(v) === item)) onChange([...value, item]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1));
  };
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5">
      {value.map((item) => (
        <span
          key={String(item)}
          className="inline-flex max-w-48 items-center gap-1 rounded-full bg-accent-soft py-1 pr-1 pl-2.5 text-accent-text text-xs"
        >
          <span className="truncate">{String(item)}</span>
          <button
            type="button"
            aria-label={`Remove ${String(item)}`}
            className="rounded-full p-0.5 hover:bg-accent hover:text-accent-foreground"
            onClick={() => onChange(value.filter((v) => v !== item))}
          >
            <X className="size-3" aria-hidden />
          </button>
        </span>
      ))}
      <Input
        aria-label="Add a value"
        className="w-36"
        inputMode={type === 'number' || type === 'money' ? 'decimal' : 'text'}
        list={suggestions}
        placeholder={value.length === 0 ? 'Type, then Enter' : 'Another'}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => add(typed)}
      />
    </span>
  );
}

const units = [
  { value: 'day', label: 'days' },
  { value: 'week', label: 'weeks' },
  { value: 'month', label: 'months' },
] as const;

function WindowInput({ value, onChange }: { value: DateWindow; onChange(value: unknown): void }) {
  return (
    <span className="flex items-center gap-2">
      <Input
        inputMode="numeric"
        aria-label="How many"
        className="w-16 tabular-nums"
        value={String(value.amount)}
        onChange={(event) => onChange({ ...value, amount: event.target.value })}
      />
      <Select
        aria-label="Unit of time"
        className="w-28"
        value={value.unit}
        onChange={(event) => onChange({ ...value, unit: event.target.value })}
      >
        {units.map((unit) => (
          <option key={unit.value} value={unit.value}>
            {unit.label}
          </option>
        ))}
      </Select>
    </span>
  );
}
