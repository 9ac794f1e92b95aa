'use client';
import { Input, Select } from '@/ui/input.tsx';
import { columnLabel, nameOfAttribute, targetLabels, targetsOf } from '../../csv/mapping.ts';
import type { ImportKind } from '../../imports.schema.ts';
import type {
  AttributeType,
  ColumnMapping,
  DateFormat,
  DecimalMark,
  MappingTarget,
} from '../../mapping.schema.ts';

const types: { value: AttributeType; label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'date', label: 'Date' },
  { value: 'boolean', label: 'Yes or no' },
  { value: 'auto', label: 'As each cell looks' },
];
const dateFormats: { value: DateFormat; label: string }[] = [
  { value: 'iso', label: 'Year first: 2024-12-31' },
  { value: 'dmy', label: 'Day first: 31/12/2024' },
  { value: 'mdy', label: 'Month first: 12/31/2024' },
];
const decimals: { value: DecimalMark; label: string }[] = [
  { value: 'point', label: 'Point: 1,234.50' },
  { value: 'comma', label: 'Comma: 1.234,50' },
];

/** What a column means, and how it is written where that matters. */
export function ColumnControls({
  kind,
  index,
  entry,
  error,
  describedBy,
  onChoose,
  onChange,
}: {
  kind: ImportKind;
  index: number;
  entry: ColumnMapping;
  error: boolean;
  describedBy: string;
  onChoose(target: MappingTarget): void;
  onChange(changes: Partial<ColumnMapping>): void;
}) {
  const { target } = entry;
  const label = columnLabel(entry.column, index);
  const isAttribute = target === 'attribute';
  const hasDates = target === 'orderDate' || (isAttribute && entry.type === 'date');
  const hasDecimal = target === 'orderAmount' || (isAttribute && entry.type === 'number');
  return (
    <div className="flex flex-col gap-1.5 font-normal">
      <Select
        aria-label={`What “${label}” is`}
        aria-invalid={error || undefined}
        aria-describedby={describedBy}
        value={target}
        onChange={(event) => {
          const chosen = targetsOf(kind).find((t) => t === event.target.value);
          if (chosen) onChoose(chosen);
        }}
      >
        {targetsOf(kind).map((t) => (
          <option key={t} value={t}>
            {targetLabels[t]}
          </option>
        ))}
      </Select>
      {isAttribute && (
        <>
          <Input
            aria-label={`Attribute name for “${label}”`}
            aria-invalid={error || undefined}
            maxLength={100}
            placeholder={nameOfAttribute({ ...entry, name: undefined }, index)}
            value={entry.name ?? ''}
            onChange={(event) => onChange({ name: event.target.value || undefined })}
          />
          <Choice
            label={`Type of “${label}”`}
            options={types}
            value={entry.type ?? 'auto'}
            onChange={(type) => onChange({ type })}
          />
        </>
      )}
      {hasDates && (
        <Choice
          label={`How dates in “${label}” are written`}
          options={dateFormats}
          value={entry.dates ?? 'iso'}
          onChange={(dates) => onChange({ dates })}
        />
      )}
      {hasDecimal && (
        <Choice
          label={`How numbers in “${label}” are written`}
          options={decimals}
          value={entry.decimal ?? 'point'}
          onChange={(decimal) => onChange({ decimal })}
        />
      )}
    </div>
  );
}

function Choice<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange(value: T): void;
}) {
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((o) => o.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
