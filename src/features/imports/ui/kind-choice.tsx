import { cn } from '@/lib/cn.ts';
import type { ImportKind } from '../imports.schema.ts';

const choices = [
  { value: 'CUSTOMERS', label: 'Customers', hint: 'One row per person' },
  { value: 'ORDERS', label: 'Orders', hint: 'One row per order or refund' },
] as const;

export const KindChoice = ({
  kind,
  onChange,
  disabled,
}: {
  kind: ImportKind;
  onChange(kind: ImportKind): void;
  disabled: boolean;
}) => (
  <fieldset disabled={disabled}>
    <legend className="mb-2 font-medium text-sm">What is in it?</legend>
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      {choices.map(({ value, label, hint }) => (
        <label
          key={value}
          className={cn(
            'flex cursor-pointer items-start gap-3 rounded-lg border px-4 py-3 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2',
            kind === value ? 'border-accent bg-accent-soft' : 'border-line hover:bg-sunken',
          )}
        >
          <input
            type="radio"
            name="kind"
            className="mt-1 accent-accent outline-none"
            checked={kind === value}
            onChange={() => onChange(value)}
          />
          <span>
            <span className="block font-medium">{label}</span>
            <span className="block text-small text-muted">{hint}</span>
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);
