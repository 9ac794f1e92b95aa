'use client';
import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { Popover } from '@/ui/popover.tsx';

/** A filter in a word: what it is of, and what it says if it says something. */
export const Chip = ({
  label,
  value,
  onClear,
  children,
}: {
  label: string;
  value: string | undefined;
  onClear(): void;
  children: ReactNode;
}) => (
  <span
    className={cn(
      'inline-flex h-8 max-w-full items-center rounded-lg border text-small',
      value === undefined ? 'border-line-strong/60 border-dashed' : 'border-accent/40 bg-accent-soft',
    )}
  >
    <Popover
      label={label}
      trigger={
        <button
          type="button"
          className={cn(
            'inline-flex h-full min-w-0 items-center gap-1 rounded-lg px-2.5 font-medium',
            value === undefined ? 'text-muted hover:text-foreground' : 'text-accent-text',
          )}
        >
          {label}
          {value !== undefined && <span className="max-w-52 truncate font-normal">: {value}</span>}
          {value === undefined && <ChevronDown className="size-3.5" aria-hidden />}
        </button>
      }
    >
      {children}
    </Popover>
    {value !== undefined && (
      <button
        type="button"
        aria-label={`Clear the filter ${label}`}
        className="mr-1 rounded p-1 text-accent-text hover:bg-surface"
        onClick={onClear}
      >
        <X className="size-3.5" aria-hidden />
      </button>
    )}
  </span>
);
