'use client';
import { CalendarDays } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useRef, useState } from 'react';
import { DayPicker, type Modifiers } from 'react-day-picker';
import { Button } from '@/ui/button.tsx';
import { edgeOf, instantInWords } from '../../rules/wording.ts';
import { edgeOfDay } from './builder-rules.ts';
import { DraftInput } from './draft-input.tsx';
import { readDay, showDay } from './figures.ts';
import type { useMark } from './tree-context.ts';

/**
 * A day, typed or chosen from a calendar. `edge` says which end of it is meant; null keeps the bare day (an attribute’s
 * text). A rule made elsewhere may name a time of day too, which is then shown. All of it is UTC.
 */
export function DateInput({
  label,
  text,
  edge,
  onChange,
  mark,
}: {
  label: string;
  text: string;
  edge: 'start' | 'end' | null;
  onChange(value: string): void;
  mark: ReturnType<typeof useMark>;
}) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const chosen = readDay(text.slice(0, 10));
  const put = (day: string) => onChange(edge === null ? day : edgeOfDay(day, edge));
  const read = (typed: string): string => {
    const day = readDay(typed);
    return day === null ? typed : edge === null ? day : edgeOfDay(day, edge);
  };
  return (
    <span className="flex max-w-full items-center gap-1">
      <DraftInput
        ref={box}
        aria-label={label}
        className="w-36 min-w-0 tabular-nums"
        placeholder="1 Jun 2025"
        title={hintOf(text, edge)}
        value={text}
        onValue={onChange}
        read={read}
        show={(value) => shown(value, edge)}
        {...mark}
      />
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger asChild>
          <Button
            variant="secondary"
            size="icon"
            aria-label={`${label}: choose from a calendar`}
            data-belongs
          >
            <CalendarDays aria-hidden />
          </Button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            data-belongs
            align="start"
            sideOffset={6}
            aria-label="Calendar"
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              box.current?.focus();
            }}
            className="z-50 rounded-xl border border-line bg-surface p-3 shadow-lg"
          >
            <Calendar
              chosen={chosen}
              onChoose={(day) => {
                put(day);
                setOpen(false);
              }}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </span>
  );
}

function shown(value: string, edge: 'start' | 'end' | null): string {
  const day = readDay(value.slice(0, 10));
  if (day === null) return value;
  if (value.length === 10) return edge === 'end' ? `${showDay(day)}, 00:00` : showDay(day);
  return edgeOf(value) === edge ? showDay(day) : instantInWords(value).replace(/ UTC$/, '');
}

const hintOf = (text: string, edge: 'start' | 'end' | null): string =>
  edge === 'end'
    ? 'Up to the end of that day, UTC'
    : edge === 'start' || text.includes('T')
      ? 'From the beginning of that day, UTC'
      : 'Such as 1 Jun 2025';

const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/** “1 January 2024, Monday”: it begins with what the button shows. */
function dayLabel(date: Date, { selected, today }: Modifiers): string {
  const [weekday = '', ...rest] = written.format(date).split(' ');
  const notes = [selected && 'chosen', today && 'today'].filter(Boolean);
  return [`${rest.join(' ')}, ${weekday.replace(',', '')}`, ...notes].join(', ');
}

/** The month’s days; the arrow keys, Page Up and Page Down move among them. */
function Calendar({ chosen, onChoose }: { chosen: string | null; onChoose(day: string): void }) {
  const selected = chosen === null ? undefined : new Date(`${chosen}T00:00:00Z`);
  return (
    <DayPicker
      mode="single"
      timeZone="UTC"
      autoFocus
      weekStartsOn={1}
      captionLayout="dropdown"
      startMonth={new Date(Date.UTC(1990, 0))}
      endMonth={new Date(Date.UTC(new Date().getUTCFullYear() + 5, 11))}
      fixedWeeks
      showOutsideDays
      {...(selected ? { selected, defaultMonth: selected } : {})}
      labels={{ labelDayButton: dayLabel }}
      onDayClick={(day) => onChoose(day.toISOString().slice(0, 10))}
      classNames={{
        root: 'relative text-sm',
        month: 'flex flex-col gap-2',
        month_caption: 'flex h-8 items-center pr-18',
        dropdowns: 'flex items-center gap-1.5',
        dropdown_root:
          'relative rounded-md border border-line bg-surface hover:border-line-strong has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2',
        dropdown: 'absolute inset-0 cursor-pointer opacity-0',
        caption_label:
          'flex items-center gap-1 px-2 py-1 font-medium text-small [&_svg]:size-3 [&_svg]:fill-muted',
        nav: 'absolute top-0 right-0 z-10 flex gap-1',
        button_previous:
          'flex size-8 items-center justify-center rounded-lg text-muted hover:bg-sunken hover:text-foreground [&_svg]:size-4 [&_svg]:fill-current',
        button_next:
          'flex size-8 items-center justify-center rounded-lg text-muted hover:bg-sunken hover:text-foreground [&_svg]:size-4 [&_svg]:fill-current',
        weekday: 'size-9 font-normal text-muted text-xs',
        day: 'p-0 text-center',
        day_button: 'size-9 rounded-lg tabular-nums hover:bg-sunken',
        today: '[&>button]:font-semibold [&>button]:text-accent-text',
        outside: '[&>button]:text-muted',
        selected:
          '[&>button]:bg-accent [&>button]:font-medium [&>button]:text-accent-foreground [&>button]:hover:bg-accent-hover',
      }}
    />
  );
}
