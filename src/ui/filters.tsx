'use client';
import { Search, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { cn } from '@/lib/cn.ts';
import type { Days } from '@/lib/local-day.ts';
import { Button } from './button.tsx';
import { Input, Select } from './input.tsx';

/** The controls above a list that narrow it, in one row where there is room. */
export const FilterRow = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-2 border-line border-b p-3">{children}</div>
);

/** A box to search a list with; the list follows what is typed once it settles (`useDebounced`). */
export function SearchField({
  label,
  placeholder,
  value,
  onChange,
  className,
  small = false,
}: {
  label: string;
  placeholder: string;
  value: string;
  onChange(text: string): void;
  className?: string;
  small?: boolean;
}) {
  const box = useRef<HTMLInputElement>(null);
  return (
    <div className={cn('relative min-w-0 flex-1 basis-full sm:basis-52', className)}>
      <Search
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
        aria-hidden
      />
      <Input
        ref={box}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        maxLength={200}
        className={cn('px-9 [&::-webkit-search-cancel-button]:appearance-none', small && 'h-8')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value && (
        <button
          type="button"
          aria-label="Clear the search"
          className="absolute top-1/2 right-2 flex size-6 -translate-y-1/2 items-center justify-center rounded text-muted hover:text-foreground"
          onClick={() => {
            onChange('');
            box.current?.focus();
          }}
        >
          <X className="size-3.5" aria-hidden />
        </button>
      )}
    </div>
  );
}

/** One of a few values that a list can be narrowed to, or none: then it says `all`. */
export function Choice<T extends string>({
  label,
  all,
  options,
  value,
  onChange,
  className,
}: {
  label: string;
  all: string;
  options: readonly { value: T; label: string }[];
  value: NoInfer<T> | '';
  onChange(value: NoInfer<T> | ''): void;
  className?: string;
}) {
  return (
    <Select
      aria-label={label}
      className={cn('min-w-0 flex-1 basis-36 sm:w-44 sm:flex-none', className)}
      value={value}
      onChange={(event) => onChange(options.find((o) => o.value === event.target.value)?.value ?? '')}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}

/** For a `Choice` of order whose `all` is “Newest first”. */
export const oldestFirst = [{ value: 'createdAt', label: 'Oldest first' }] as const;

/** The first and the last day of a period that a list is narrowed to. */
export const DayRange = ({ from, until, onChange }: Days & { onChange(days: Partial<Days>): void }) => (
  <>
    <Day label="From" value={from} max={until} onChange={(day) => onChange({ from: day })} />
    <Day label="Until" value={until} min={from} onChange={(day) => onChange({ until: day })} />
  </>
);

const Day = ({
  label,
  value,
  min = '',
  max = '',
  onChange,
}: {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange(day: string): void;
}) => (
  <div className="flex w-full items-center gap-2 sm:w-auto">
    <span className="w-9 text-small text-muted sm:w-auto" aria-hidden>
      {label}
    </span>
    <Input
      aria-label={`${label} this day`}
      type="date"
      className="min-w-0 flex-1 sm:w-38 sm:flex-none"
      value={value}
      {...(min ? { min } : {})}
      {...(max ? { max } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  </div>
);

/** Takes all filters off. */
export const ClearFilters = ({ onClick }: { onClick(): void }) => (
  <Button variant="ghost" onClick={onClick}>
    <X aria-hidden />
    Clear
  </Button>
);
