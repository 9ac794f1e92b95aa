'use client';
import {
  type ComponentProps,
  type KeyboardEvent,
  type RefObject,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import caretCoordinates from 'textarea-caret';
import { cn } from '@/lib/cn.ts';
import type { TemplateProblem } from './check-template.ts';
import { type Completion, type Completions, completionsAt } from './completion.ts';
import { Marked } from './marked.tsx';

/** What can be done with the field from outside. */
export interface TemplateFieldHandle {
  /** Puts a text in at the caret. */
  insert(text: string): void;
  /** Selects a part and brings it into view. */
  select(from: number, to: number): void;
}

type Control = Pick<ComponentProps<'textarea'>, 'id' | 'aria-invalid' | 'aria-describedby' | 'rows'>;

/**
 * A text with Liquid in it: names are offered while one types inside of braces, and what is wrong is marked at its place.
 * Arrows choose, Enter or Tab takes, Escape closes; nothing is offered to who types on.
 */
export function TemplateField({
  value,
  onChange,
  variables,
  problems,
  multiline = false,
  handle,
  ...control
}: Control & {
  value: string;
  onChange(value: string): void;
  variables: readonly string[];
  problems: readonly TemplateProblem[];
  multiline?: boolean;
  handle?: RefObject<TemplateFieldHandle | null>;
}) {
  const list = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const backdrop = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<Completions | null>(null);
  const [active, setActive] = useState(0);
  const [place, setPlace] = useState({ top: 0, left: 0 });

  const lookAt = (element: HTMLTextAreaElement) => {
    const { selectionStart: caret, selectionEnd } = element;
    const next = caret === selectionEnd ? completionsAt(element.value, caret, variables) : null;
    setFound(next);
    setActive(0);
    if (!next) return;
    const { top, left, height } = caretCoordinates(element, next.from);
    setPlace({
      top: top - element.scrollTop + height + 4,
      left: Math.max(0, Math.min(left, element.clientWidth - LIST_WIDTH)),
    });
  };
  /** Through the browser’s own editing where it can, so that Ctrl-Z takes it back. */
  const replace = (from: number, to: number, text: string) => {
    const element = area.current;
    if (!element) return;
    element.focus();
    element.setSelectionRange(from, to);
    if (!document.execCommand('insertText', false, text)) {
      element.setRangeText(text, from, to, 'end');
      onChange(element.value);
    }
    setFound(null);
  };
  const take = (option: Completion | undefined) => {
    if (!found || !option) return;
    replace(found.from, area.current?.selectionStart ?? found.from, option.text);
  };
  useImperativeHandle(handle, () => ({
    insert(text) {
      const element = area.current;
      if (element) replace(element.selectionStart, element.selectionEnd, text);
    },
    select(from, to) {
      area.current?.focus();
      area.current?.setSelectionRange(from, to);
    },
  }));
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!found) {
      // A subject is one line.
      if (!multiline && event.key === 'Enter') event.preventDefault();
      return;
    }
    const { options } = found;
    if (event.key === 'ArrowDown') setActive((i) => (i + 1) % options.length);
    else if (event.key === 'ArrowUp') setActive((i) => (i + options.length - 1) % options.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(options[active]);
    else if (event.key === 'Escape') setFound(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const look = multiline ? 'min-h-48 py-2' : 'h-9 py-[7px]';
  return (
    <div className="relative rounded-lg bg-surface">
      <div
        ref={backdrop}
        aria-hidden
        className={cn(TEXT, look, 'pointer-events-none absolute inset-0 overflow-hidden text-transparent')}
      >
        <Marked text={value} problems={problems} />
      </div>
      <textarea
        ref={area}
        {...control}
        rows={multiline ? control.rows : 1}
        wrap={multiline ? 'soft' : 'off'}
        spellCheck
        autoComplete="off"
        aria-autocomplete="list"
        aria-controls={found ? list : undefined}
        aria-activedescendant={found ? `${list}-${active}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(multiline ? event.target.value : event.target.value.replace(/\s*\n\s*/g, ' '));
          lookAt(event.target);
        }}
        onKeyDown={onKeyDown}
        onClick={(event) => lookAt(event.currentTarget)}
        onBlur={() => setFound(null)}
        onScroll={(event) => {
          if (!backdrop.current) return;
          backdrop.current.scrollTop = event.currentTarget.scrollTop;
          backdrop.current.scrollLeft = event.currentTarget.scrollLeft;
        }}
        className={cn(
          TEXT,
          look,
          'relative block w-full resize-y border-line-strong/60 bg-transparent shadow-raised transition-colors hover:border-line-strong aria-invalid:border-danger',
          !multiline && 'resize-none overflow-hidden whitespace-pre',
        )}
      />
      {found && (
        <OptionList id={list} found={found} active={active} place={place} onHover={setActive} onTake={take} />
      )}
      <p role="status" className="sr-only">
        {found ? `${found.options.length} suggestions. Arrows choose, Enter takes one.` : ''}
      </p>
    </div>
  );
}

/** The same in the field and in what lies behind it, or the marks would not be where the words are. */
const TEXT =
  'rounded-lg border border-transparent px-3 font-mono text-small leading-5 whitespace-pre-wrap break-words [scrollbar-gutter:stable]';
const LIST_WIDTH = 288;

function OptionList({
  id,
  found: { options },
  active,
  place,
  onHover,
  onTake,
}: {
  id: string;
  found: Completions;
  active: number;
  place: { top: number; left: number };
  onHover(index: number): void;
  onTake(option: Completion): void;
}) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      style={{ top: place.top, left: place.left, width: `min(100%, ${LIST_WIDTH}px)` }}
      className="absolute z-20 overflow-hidden rounded-xl border border-line bg-surface p-1 shadow-lg"
    >
      {options.map((option, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys of its list
        <div
          key={option.label}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          onMouseEnter={() => onHover(i)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
          className={cn('cursor-pointer rounded-lg px-2.5 py-1.5', i === active && 'bg-accent-soft')}
        >
          <span className="block truncate font-mono text-small">{option.label}</span>
          {option.detail && <span className="block truncate text-muted text-xs">{option.detail}</span>}
        </div>
      ))}
    </div>
  );
}
