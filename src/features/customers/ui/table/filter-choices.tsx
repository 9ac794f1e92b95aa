'use client';
import { useState } from 'react';
import { fold } from '@/lib/fold.ts';
import { Checkbox, Input } from '@/ui/input.tsx';

const SHOWN = 50;

/** Any of several values. What is offered are those in use by many; another one can be typed, unless there are no others. */
export function Choices({
  label,
  offered,
  chosen,
  words = (value) => value,
  closed = false,
  onChange,
}: {
  label: string;
  offered: readonly string[];
  chosen: readonly string[];
  words?: (value: string) => string;
  closed?: boolean;
  onChange(values: string[]): void;
}) {
  const [typed, setTyped] = useState('');
  const all = [...chosen.filter((value) => !offered.includes(value)), ...offered];
  const found = all.filter((value) => fold(words(value)).includes(fold(typed.trim()))).slice(0, SHOWN);
  const isNew = typed.trim() !== '' && !closed && !all.some((value) => fold(value) === fold(typed.trim()));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      <Input
        aria-label={`Find in ${label.toLowerCase()}`}
        placeholder="Find"
        className="h-8"
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          const only = isNew ? typed.trim() : found[0];
          if (only !== undefined && typed.trim()) toggle(only);
          setTyped('');
        }}
      />
      <div className="mt-2 flex max-h-64 flex-col overflow-y-auto">
        {isNew && (
          <Choice checked={false} onChange={() => toggle(typed.trim())}>
            “{typed.trim()}”
          </Choice>
        )}
        {found.map((value) => (
          <Choice key={value} checked={chosen.includes(value)} onChange={() => toggle(value)}>
            {words(value)}
          </Choice>
        ))}
        {found.length === 0 && !isNew && (
          <p className="px-2 py-1.5 text-muted text-sm">Nothing to choose from</p>
        )}
      </div>
    </fieldset>
  );
}

const Choice = ({ children, ...box }: { checked: boolean; onChange(): void; children: React.ReactNode }) => (
  <label className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-lg px-2 text-sm hover:bg-sunken">
    <Checkbox {...box} />
    <span className="min-w-0 truncate">{children}</span>
  </label>
);
