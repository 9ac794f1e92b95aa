'use client';
import { X } from 'lucide-react';
import { type KeyboardEvent, useContext, useRef, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Input } from '@/ui/input.tsx';
import { ConditionContext, useMark } from './tree-context.ts';

/** Several values as chips; Enter or a comma adds what was typed, Backspace in the empty box takes the last away. */
export function ListInput({
  value,
  onChange,
  numeric,
  suggestions,
}: {
  value: string[];
  onChange(value: string[]): void;
  numeric: boolean;
  suggestions?: string | undefined;
}) {
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const mark = useMark('value');
  const { problem } = useContext(ConditionContext);
  const add = (text: string) => {
    const items = text.split(/[,\n]/).map((item) => item.trim());
    setTyped('');
    const added = [...new Set(items)].filter((item) => item !== '' && !value.includes(item));
    if (added.length > 0) onChange([...value, ...added]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1));
  };
  return (
    <span className="flex min-w-0 max-w-full flex-wrap items-center gap-1.5">
      {value.map((item, i) => (
        <span
          key={item}
          className={cn(
            'inline-flex max-w-48 items-center gap-1 rounded-full py-1 pr-1 pl-2.5 text-xs',
            problem?.part === `value.${i}`
              ? 'bg-danger-soft text-danger-text ring-1 ring-danger'
              : 'bg-accent-soft text-accent-text',
          )}
        >
          <span className="truncate" title={item}>
            {item}
          </span>
          <button
            type="button"
            aria-label={`Remove ${item}`}
            className="flex size-6 items-center justify-center rounded-full hover:bg-accent hover:text-accent-foreground"
            onClick={() => {
              onChange(value.filter((v) => v !== item));
              box.current?.focus();
            }}
          >
            <X className="size-3" aria-hidden />
          </button>
        </span>
      ))}
      <Input
        ref={box}
        aria-label="Add a value"
        className="w-36 max-w-full"
        inputMode={numeric ? 'decimal' : 'text'}
        list={suggestions}
        autoComplete="off"
        placeholder={value.length === 0 ? 'Type, then Enter' : 'Another'}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => add(typed)}
        {...mark}
      />
    </span>
  );
}
