'use client';
import { useContext } from 'react';
import { cn } from '@/lib/cn.ts';
import { Input, Select } from '@/ui/input.tsx';
import type { FieldType } from '../../rules/fields.ts';
import type { DateWindow } from '../../rules.schema.ts';
import {
  ATTRIBUTE_PREFIX,
  type AttributeType,
  attributeType,
  builderFieldType,
  edgeFor,
  shaped,
  shapeOf,
} from './builder-rules.ts';
import { DateInput } from './date-input.tsx';
import { DraftInput } from './draft-input.tsx';
import { readFigure, showFigure } from './figures.ts';
import { type Choice, ChoicesContext, useMark } from './tree-context.ts';
import { ValuePicker } from './value-picker.tsx';
import { WindowInput } from './window-input.tsx';

interface ComparedProps {
  field: string;
  operator: string;
  value: unknown;
  onChange(value: unknown): void;
}

/** The value of one comparison, by what the field holds and the operator compares with. */
export function Compared({ field, operator, value: given, onChange }: ComparedProps) {
  const { attributes, valuesOf } = useContext(ChoicesContext);
  const value = shaped(operator, given);
  const type = attributeType(field, attributes) ?? builderFieldType(field);
  const choices = valuesOf(field);
  // What is computed is chosen: nothing else could ever fit.
  const free = !field.startsWith('rfm.') && field !== 'snapshots';
  const one = {
    type,
    operator,
    choices,
    free,
    bareDays: field.startsWith(ATTRIBUTE_PREFIX),
  };
  switch (shapeOf(operator)) {
    case 'none':
      return null;
    case 'window':
      return <WindowInput value={value as DateWindow} onChange={onChange} />;
    case 'list':
      return (
        <ValuePicker
          label="Add a value"
          numeric={type === 'number' || type === 'money'}
          value={(value as unknown[]).map(String)}
          onChange={(list) => onChange(type === 'number' || type === 'money' ? list.map(readFigure) : list)}
          choices={choices}
          free={free}
        />
      );
    case 'pair': {
      const [low, high] = value as [unknown, unknown];
      return (
        <span className="flex min-w-0 flex-wrap items-center gap-2">
          <One {...one} label="From" part="value.0" value={low} onChange={(v) => onChange([v, high])} />
          <span className="flex min-w-0 items-center gap-2">
            <span className="text-muted text-sm">and</span>
            <One {...one} label="To" part="value.1" value={high} onChange={(v) => onChange([low, v])} />
          </span>
        </span>
      );
    }
    case 'one':
      return <One {...one} label="Value" part="value" value={value} onChange={onChange} />;
  }
}

interface OneProps {
  type: FieldType | AttributeType;
  operator: string;
  choices: readonly Choice[] | null;
  free: boolean;
  /** Days of an attribute are texts, not instants. */
  bareDays: boolean;
  value: unknown;
  onChange(value: unknown): void;
  label: string;
  part: string;
}

/** Parts of texts are typed; whole ones are chosen from the data too. */
const isWhole = (operator: string) => operator === '=' || operator === '!=';

function One({ type, operator, choices, free, bareDays, value, onChange, label, part }: OneProps) {
  const mark = useMark(part);
  const text = value === null || value === undefined ? '' : String(value);
  if (type === 'boolean')
    return (
      <Select
        aria-label={label}
        className="w-24"
        value={String(text === 'true')}
        onChange={(event) => onChange(event.target.value === 'true')}
        {...mark}
      >
        <option value="true">Yes</option>
        <option value="false">No</option>
      </Select>
    );
  if (type === 'date')
    return (
      <DateInput
        label={label}
        text={text}
        edge={bareDays ? null : edgeFor(operator, part === 'value.1' ? 1 : 0)}
        onChange={onChange}
        mark={mark}
      />
    );
  if (choices && !free && (type === 'number' || isWhole(operator)))
    return (
      <Select
        aria-label={label}
        className={type === 'number' ? 'w-30' : 'w-44'}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        {...mark}
      >
        <option value="">Choose</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {text !== '' && !choices.some((choice) => choice.value === text) && (
          <option value={text}>{text}</option>
        )}
      </Select>
    );
  if (type === 'money' || type === 'number')
    return <FigureInput money={type === 'money'} label={label} text={text} onChange={onChange} mark={mark} />;
  if (choices && isWhole(operator))
    return (
      <ValuePicker
        single
        label={label}
        value={text === '' ? [] : [text]}
        onChange={([chosen = '']) => onChange(chosen)}
        choices={choices}
      />
    );
  return (
    <Input
      aria-label={label}
      className="min-w-32 max-w-56 flex-1"
      autoComplete="off"
      value={text}
      onChange={(event) => onChange(event.target.value)}
      {...mark}
    />
  );
}

/** A number, or an amount in the workspace's currency, with its thousands apart while nobody types in it. */
function FigureInput({
  money,
  label,
  text,
  onChange,
  mark,
}: {
  money: boolean;
  label: string;
  text: string;
  onChange(value: string): void;
  mark: ReturnType<typeof useMark>;
}) {
  const { currency } = useContext(ChoicesContext);
  const symbol = money ? currencySymbol(currency) : '';
  return (
    <span className="relative inline-block max-w-full">
      {money && (
        <span className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-muted text-sm">
          {symbol}
        </span>
      )}
      <DraftInput
        inputMode="decimal"
        aria-label={label}
        className={cn('w-28 tabular-nums', money && (symbol.length > 1 ? 'pl-12' : 'pl-7'))}
        placeholder={money ? '0.00' : '0'}
        value={text}
        onValue={onChange}
        read={readFigure}
        show={(value) => showFigure(value, money)}
        {...mark}
      />
    </span>
  );
}

const currencySymbol = (currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency;
