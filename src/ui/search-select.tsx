'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Input } from './input.tsx';

/** Options shown at a time: more are found by typing. */
const SHOWN = 60;

/**
 * One of many options, found by typing part of its name; arrows and Enter choose, Escape leaves it as it was. Inside a
 * `Field` it gets its label from there.
 */
export function SearchSelect({
  value,
  options,
  hintOf,
  onChange,
  disabled,
  ...control
}: {
  value: string;
  options: readonly { value: string; label: string }[];
  /** What stands beside an option. */
  hintOf?: (value: string) => string;
  onChange(value: string): void;
  disabled?: boolean;
  id?: string;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
}) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  /** What was typed since the box was entered; null while it shows the chosen option. */
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const chosen = options.find((option) => option.value === value)?.label ?? value;
  const words = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const matching = options.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  const shown = matching.slice(0, SHOWN);
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);
  const show = () => {
    setOpen(true);
    setActive(
      Math.max(
        shown.findIndex((option) => option.value === value),
        0,
      ),
    );
  };
  const close = () => {
    setOpen(false);
    setTyped(null);
  };
  const choose = (index: number) => {
    const option = shown[index];
    if (!option) return;
    onChange(option.value);
    close();
  };
  return (
    <div className="relative">
      <Input
        {...control}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && shown[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        disabled={disabled}
        value={typed ?? chosen}
        onFocus={(event) => event.target.select()}
        onClick={show}
        onBlur={close}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !open) show();
          else if (event.key === 'ArrowDown') setActive((i) => Math.min(i + 1, shown.length - 1));
          else if (event.key === 'ArrowUp' && open) setActive((i) => Math.max(i - 1, 0));
          else if (event.key === 'Enter' && open) choose(active);
          else if (event.key === 'Escape' && open) close();
          else return;
          event.preventDefault();
        }}
      />
      {open && (
        <div
          ref={list}
          id={listId}
          role="listbox"
          aria-label="Choices"
          className="absolute z-20 mt-1 max-h-72 w-full overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-popover"
        >
          {shown.map((option, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above handles the keys of its list
            <div
              key={option.value}
              id={`${listId}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={option.value === value}
              onMouseEnter={() => setActive(i)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(i)}
              className={cn(
                'flex cursor-pointer items-baseline justify-between gap-3 rounded-lg px-3 py-1.5 text-sm',
                i === active && 'bg-sunken',
                option.value === value && 'font-medium',
              )}
            >
              <span className="min-w-0 truncate">{option.label}</span>
              {hintOf && (
                <span className="shrink-0 text-muted text-xs tabular-nums">{hintOf(option.value)}</span>
              )}
            </div>
          ))}
          {shown.length < matching.length && (
            <p className="px-3 py-1.5 text-muted text-xs">Type to find one of {matching.length}</p>
          )}
          {shown.length === 0 && <p className="px-3 py-2 text-muted text-sm">Nothing found</p>}
        </div>
      )}
    </div>
  );
}
