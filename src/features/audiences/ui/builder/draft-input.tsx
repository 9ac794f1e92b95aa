'use client';
import { type ComponentProps, useState } from 'react';
import { Input } from '@/ui/input.tsx';

/**
 * A box that shows its value written out (`show`) and, while one types, just what was typed; `read` turns that into the
 * value. A value that changes from elsewhere (undo, say) takes the place of what was typed.
 */
export function DraftInput({
  value,
  onValue,
  read,
  show,
  ...props
}: Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  value: string;
  onValue(value: string): void;
  read(typed: string): string;
  show(value: string): string;
}) {
  const [draft, setDraft] = useState<{ typed: string; value: string } | null>(null);
  const typed = draft && draft.value === value ? draft.typed : null;
  return (
    <Input
      autoComplete="off"
      {...props}
      value={typed ?? show(value)}
      onChange={(event) => {
        const next = read(event.target.value);
        setDraft({ typed: event.target.value, value: next });
        onValue(next);
      }}
      onBlur={(event) => {
        setDraft(null);
        props.onBlur?.(event);
      }}
    />
  );
}
