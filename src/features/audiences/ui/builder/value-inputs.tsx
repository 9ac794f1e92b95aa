'use client';
import { cn } from '@/lib/cn.ts';
import { Input, Select } from '@/ui/input.tsx';
import { useWorkspace } from '@/ui/use-workspace.ts';
import type { FieldType } from '../../rules/fields.ts';
import type { DateWindow } from '../../rules.schema.ts';
import { shaped, shapeOf } from './builder-rules.ts';
import { ListInput } from './list-input.tsx';
import { useMark } from './tree-context.ts';

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
      return (
        <ListInput
          numeric={props.type === 'number' || props.type === 'money'}
          value={(value as unknown[]).map(String)}
          onChange={props.onChange}
          suggestions={props.suggestions}
        />
      );
    case 'pair': {
      const [low, high] = value as [unknown, unknown];
      return (
        <span className="flex min-w-0 flex-wrap items-center gap-2">
          <OneInput
            {...props}
            label="From"
            part="value.0"
            value={low}
            onChange={(v) => props.onChange([v, high])}
          />
          <span className="flex min-w-0 items-center gap-2">
            <span className="text-muted text-sm">and</span>
            <OneInput
              {...props}
              label="To"
              part="value.1"
              value={high}
              onChange={(v) => props.onChange([low, v])}
            />
          </span>
        </span>
      );
    }
    case 'one':
      return <OneInput {...props} label="Value" part="value" value={value} />;
  }
}

interface OneProps extends EditorProps {
  label: string;
  part: string;
}

function OneInput({ type, value, onChange, label, part, suggestions }: OneProps) {
  const mark = useMark(part);
  const text = value === null || value === undefined ? '' : String(value);
  if (type === 'date') return <DateInput label={label} text={text} onChange={onChange} mark={mark} />;
  if (type === 'money') return <MoneyInput label={label} text={text} onChange={onChange} mark={mark} />;
  return (
    <Input
      aria-label={label}
      className={cn('max-w-full', type === 'number' ? 'w-28 tabular-nums' : 'w-44')}
      {...(type === 'number' ? { inputMode: 'decimal', placeholder: '0' } : {})}
      list={suggestions}
      autoComplete="off"
      value={text}
      onChange={(event) => onChange(event.target.value)}
      {...mark}
    />
  );
}

interface PlainProps {
  label: string;
  text: string;
  onChange(value: unknown): void;
  mark: ReturnType<typeof useMark>;
}

/** An amount in the workspace's currency. */
function MoneyInput({ label, text, onChange, mark }: PlainProps) {
  const symbol = currencySymbol(useWorkspace().data?.currency ?? 'GBP');
  return (
    <span className="relative inline-block max-w-full">
      <span className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-muted text-sm">
        {symbol}
      </span>
      <Input
        inputMode="decimal"
        aria-label={label}
        className={cn('w-28 tabular-nums', symbol.length > 1 ? 'pl-12' : 'pl-7')}
        placeholder="0.00"
        autoComplete="off"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        {...mark}
      />
    </span>
  );
}

const currencySymbol = (currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency;

const MIDNIGHT = /T00:00:00(\.000)?Z$/;

/** A day; a rule made elsewhere may name a time of day too, and then both are shown. Both are UTC. */
function DateInput({ label, text, onChange, mark }: PlainProps) {
  const withTime = text.includes('T') && !MIDNIGHT.test(text);
  return (
    <span className="flex max-w-full items-center gap-1.5">
      <Input
        type={withTime ? 'datetime-local' : 'date'}
        step={withTime ? 'any' : undefined}
        aria-label={label}
        className={withTime ? 'w-56 min-w-0' : 'w-38 min-w-0'}
        value={withTime ? text.replace(/Z$/, '') : text.slice(0, 10)}
        onChange={(event) =>
          onChange(withTime && event.target.value ? `${event.target.value}Z` : event.target.value)
        }
        {...mark}
      />
      <span className="whitespace-nowrap text-muted text-xs">{withTime ? 'UTC' : '00:00 UTC'}</span>
    </span>
  );
}

const units = [
  { value: 'day', label: 'days' },
  { value: 'week', label: 'weeks' },
  { value: 'month', label: 'months' },
] as const;

function WindowInput({ value, onChange }: { value: DateWindow; onChange(value: unknown): void }) {
  const mark = useMark('value');
  return (
    <span className="flex max-w-full items-center gap-2">
      <Input
        inputMode="numeric"
        aria-label="How many"
        className="w-16 tabular-nums"
        value={String(value.amount)}
        onChange={(event) => onChange({ ...value, amount: event.target.value })}
        {...mark}
      />
      <Select
        aria-label="Unit of time"
        className="w-28 min-w-0"
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
