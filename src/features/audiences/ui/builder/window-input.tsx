'use client';
import { ChevronDown } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { Menu, MenuItem } from '@/ui/menu.tsx';
import { windowInWords } from '../../rules/wording.ts';
import type { DateWindow } from '../../rules.schema.ts';
import { useMark } from './tree-context.ts';

const units = [
  { value: 'day', one: 'day', many: 'days' },
  { value: 'week', one: 'week', many: 'weeks' },
  { value: 'month', one: 'month', many: 'months' },
] as const;

const USUAL: readonly DateWindow[] = [
  { amount: 7, unit: 'day' },
  { amount: 30, unit: 'day' },
  { amount: 90, unit: 'day' },
  { amount: 6, unit: 'month' },
  { amount: 12, unit: 'month' },
];

/** A span of time up to now: a number and a unit, or one of the usual ones. */
export function WindowInput({
  value,
  onChange,
  label = 'How many',
}: {
  value: DateWindow;
  onChange(value: unknown): void;
  label?: string;
}) {
  const mark = useMark('value');
  return (
    <span className="flex max-w-full items-center gap-1.5">
      <Input
        inputMode="numeric"
        aria-label={label}
        className="w-14 tabular-nums"
        autoComplete="off"
        value={String(value.amount)}
        onChange={(event) => onChange({ ...value, amount: event.target.value })}
        {...mark}
      />
      <Select
        aria-label="Unit of time"
        className="w-26 min-w-0"
        value={value.unit}
        onChange={(event) => onChange({ ...value, unit: event.target.value })}
      >
        {units.map((unit) => (
          <option key={unit.value} value={unit.value}>
            {String(value.amount) === '1' ? unit.one : unit.many}
          </option>
        ))}
      </Select>
      <Menu
        align="start"
        trigger={
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Usual spans of time"
            title="Usual spans of time"
            data-belongs
          >
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        {USUAL.map((window) => (
          <MenuItem key={`${window.amount}${window.unit}`} onSelect={() => onChange(window)}>
            {windowInWords(window)}
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}
