'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Input } from '@/ui/input.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useDebounced } from '@/ui/use-debounced.ts';

/** A box to find one customer by name or email; arrows and Enter choose, Escape closes. */
export function CustomerPicker({
  label,
  placeholder,
  onChoose,
}: {
  label: string;
  /** What stands in the box while nobody is chosen. */
  placeholder: string;
  onChoose(customer: { id: string; label: string } | null): void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const search = useDebounced(text.trim(), 200);
  const found = trpc.customers.list.useQuery(
    { limit: 8, sort: 'name', ...(search ? { search } : {}) },
    { enabled: open, placeholderData: (previous) => previous },
  );
  const items = found.data?.items ?? [];
  const shown = items.length;
  useEffect(() => {
    // All of the list is brought into view, not only the box that was clicked.
    if (open && shown > 0) list.current?.scrollIntoView({ block: 'nearest' });
  }, [open, shown]);
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);
  const choose = (index: number) => {
    const customer = items[index];
    if (!customer) return;
    const name = customer.name ?? customer.email;
    setText(name);
    setOpen(false);
    onChoose({ id: customer.id, label: name });
  };
  return (
    <div className="relative">
      <Input
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && items[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        placeholder={placeholder}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={(event) => {
          if (!list.current?.contains(event.relatedTarget)) setOpen(false);
        }}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(0);
          if (event.target.value === '') onChoose(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setActive((i) => Math.max(0, Math.min(i + 1, items.length - 1)));
          else if (event.key === 'ArrowUp') setActive((i) => Math.max(i - 1, 0));
          else if (event.key === 'Enter') choose(active);
          else if (event.key === 'Escape') setOpen(false);
          else return;
          event.preventDefault();
        }}
      />
      {open && (
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          className="absolute z-20 mt-1 max-h-72 scroll-mb-20 w-full overflow-y-auto rounded-xl border border-line bg-surface p-1 shadow-lg"
        >
          {items.length === 0 && (
            <p className="px-3 py-2 text-muted text-sm">
              {found.isError ? messageOf(found.error) : found.isPending ? 'Searching …' : 'No customer found'}
            </p>
          )}
          {items.map((customer, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above handles the keys of its list
            <div
              key={customer.id}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              onMouseEnter={() => setActive(i)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(i)}
              className={cn('cursor-pointer rounded-lg px-3 py-1.5', i === active && 'bg-sunken')}
            >
              <span className="block truncate font-medium text-sm">{customer.name ?? customer.email}</span>
              <span className="block truncate text-muted text-xs">{customer.email}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
