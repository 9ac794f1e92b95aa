'use client';
import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useContext, useEffect, useId, useRef, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Input } from '@/ui/input.tsx';
import { type Choice, ConditionContext, useMark } from './tree-context.ts';

/** Options shown at a time: more are found by typing. */
const SHOWN = 50;

interface Props {
  value: string[];
  onChange(value: string[]): void;
  /** What the data has, found by typing; null where nothing is offered. */
  choices: readonly Choice[] | null;
  /** One value instead of several. */
  single?: boolean;
  /** Whether something that is not offered may be given. */
  free?: boolean;
  label: string;
  numeric?: boolean;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * Values as chips, found by typing among what the data has. Enter takes the marked one, a comma or leaving the box what
 * was typed, Backspace in the empty box the last one away.
 */
export function ValuePicker({
  value,
  onChange,
  choices,
  single = false,
  free = true,
  label,
  numeric = false,
}: Props) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const mark = useMark('value');
  const { problem } = useContext(ConditionContext);
  const text = single ? (typed ?? value[0] ?? '') : (typed ?? '');
  const wanted = (typed ?? '').trim();
  const all = choices ?? [];
  const matching = all.filter(
    (choice) =>
      choice.label.toLowerCase().includes(wanted.toLowerCase()) && (single || !value.includes(choice.value)),
  );
  const known = all.some((choice) => same(choice.label, wanted));
  const offersFree = free && wanted !== '' && !known && !value.some((one) => same(one, wanted));
  const shown: (Choice & { isNew?: boolean })[] = [
    ...matching.slice(0, SHOWN),
    ...(offersFree && choices ? [{ value: wanted, label: wanted, isNew: true }] : []),
  ];
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  const put = (items: readonly string[]) => {
    setTyped(null);
    setActive(0);
    const added = [...new Set(items)].filter((item) => item !== '' && (single || !value.includes(item)));
    if (added.length === 0) return;
    onChange(single ? added.slice(0, 1) : [...value, ...added]);
  };
  /** Takes what was typed: as the data writes it where it has it. */
  const takeTyped = (raw: string) => {
    const items = (single ? [raw] : raw.split(/[,\n]/)).map((item) => item.trim());
    put(
      items.flatMap((item) => {
        const choice = all.find((one) => same(one.label, item));
        return choice ? [choice.value] : free ? [item] : [];
      }),
    );
  };
  const choose = (index: number) => {
    const choice = shown[index];
    if (choice) put([choice.value]);
    else if (wanted !== '') takeTyped(wanted);
    if (single) setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    if (event.key === 'ArrowDown') {
      if (open) setActive((i) => Math.min(i + 1, shown.length - 1));
      else setOpen(choices !== null);
    } else if (event.key === 'ArrowUp' && open) setActive((i) => Math.max(i - 1, 0));
    else if (event.key === 'Enter') {
      if (open && shown.length > 0 && (wanted !== '' || !single)) choose(active);
      else if (typed !== null) takeTyped(typed);
    } else if (event.key === ',' && !single) takeTyped(typed ?? '');
    else if (event.key === 'Escape' && (open || typed !== null)) {
      setOpen(false);
      if (!single) setTyped(null);
    } else {
      if (event.key === 'Backspace' && !single && text === '' && value.length > 0)
        onChange(value.slice(0, -1));
      return;
    }
    event.preventDefault();
  };
  const labelOf = (one: string) => all.find((choice) => choice.value === one)?.label ?? one;
  const missing = (one: string) =>
    choices !== null && choices.length > 0 && !choices.some((choice) => same(choice.value, one));
  const newcomers = value.filter(missing).map(labelOf);
  return (
    <div
      className={cn(
        'flex max-w-full flex-wrap items-center gap-1.5',
        single ? 'min-w-32 max-w-56 flex-1' : 'min-w-0',
      )}
    >
      {!single &&
        value.map((item, i) => (
          <Chip
            key={item}
            label={labelOf(item)}
            wrong={problem?.part === `value.${i}`}
            onRemove={() => {
              onChange(value.filter((one) => one !== item));
              box.current?.focus();
            }}
          />
        ))}
      <div className={cn('relative max-w-full', single && 'w-full')}>
        <Input
          ref={box}
          aria-label={label}
          className={cn('max-w-full', single ? 'w-full' : 'w-36')}
          inputMode={numeric ? 'decimal' : 'text'}
          autoComplete="off"
          placeholder={placeholderOf(single, choices !== null, free, value.length)}
          {...(choices
            ? {
                role: 'combobox',
                'aria-autocomplete': 'list' as const,
                'aria-expanded': open,
                'aria-controls': open ? listId : undefined,
                'aria-activedescendant': open && shown[active] ? `${listId}-${active}` : undefined,
              }
            : {})}
          data-draft={typed ? '' : undefined}
          value={text}
          onClick={() => setOpen(choices !== null)}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(choices !== null);
            setActive(0);
            if (single) onChange([event.target.value]);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setOpen(false);
            if (single) setTyped(null);
            else if (typed !== null) takeTyped(typed);
          }}
          {...mark}
          {...(problem?.part.startsWith('value.') ? { 'aria-describedby': mark['aria-describedby'] } : {})}
        />
        {open && choices && (
          <div
            ref={list}
            id={listId}
            role="listbox"
            aria-label={`${label}: choices`}
            className="absolute z-30 mt-1 max-h-64 w-64 max-w-[calc(100vw-4rem)] overflow-y-auto rounded-xl border border-line bg-surface p-1 shadow-lg"
          >
            {shown.map((choice, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the box above handles the keys of its list
              <div
                key={`${choice.isNew ? '+' : ''}${choice.value}`}
                id={`${listId}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={value.includes(choice.value)}
                onMouseEnter={() => setActive(i)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(i)}
                className={cn(
                  'flex cursor-pointer items-baseline gap-2 rounded-lg px-3 py-1.5 text-sm',
                  i === active && 'bg-sunken',
                )}
              >
                {choice.isNew ? (
                  <>
                    <Plus className="size-3.5 shrink-0 self-center" aria-hidden />
                    <span className="min-w-0 break-words">{choice.label}</span>
                    <span className="ml-auto shrink-0 text-muted text-xs">nobody has it yet</span>
                  </>
                ) : (
                  <span className="min-w-0 break-words">{choice.label}</span>
                )}
              </div>
            ))}
            {matching.length > SHOWN && (
              <div role="presentation" className="px-3 py-1.5 text-muted text-xs">
                Type to find one of {matching.length}
              </div>
            )}
            {shown.length === 0 && (
              <div role="presentation" className="px-3 py-2 text-muted text-sm">
                {wanted !== ''
                  ? 'Nothing found'
                  : value.length > 0
                    ? 'Nothing more to choose'
                    : 'There are none yet'}
              </div>
            )}
          </div>
        )}
      </div>
      {newcomers.length > 0 && free && typed === null && (
        <p className="w-full text-small text-muted">
          Nobody has {newcomers.map((one) => `“${one}”`).join(', ')} yet.
        </p>
      )}
    </div>
  );
}

function placeholderOf(single: boolean, offered: boolean, free: boolean, count: number): string {
  if (offered) return !single && count > 0 ? 'Another' : free ? 'Choose or type' : 'Choose';
  return single ? '' : count === 0 ? 'Type, then Enter' : 'Another';
}

const Chip = ({ label, wrong, onRemove }: { label: string; wrong: boolean; onRemove(): void }) => (
  <span
    className={cn(
      'inline-flex max-w-48 items-center gap-1 rounded-full py-0.5 pr-1 pl-2.5 text-xs',
      wrong ? 'bg-danger-soft text-danger-text ring-1 ring-danger' : 'bg-accent-soft text-accent-text',
    )}
  >
    <span className="truncate" title={label}>
      {label}
    </span>
    <button
      type="button"
      aria-label={`Remove ${label}`}
      className="flex size-6 items-center justify-center rounded-full hover:bg-accent hover:text-accent-foreground"
      onClick={onRemove}
    >
      <X className="size-3" aria-hidden />
    </button>
  </span>
);
