import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn.ts';

/**
 * A table that scrolls sideways by itself where the screen is narrow. `label` names it for screen readers.
 * @param stack on a phone each row is a block instead, its cells one under the other, each with its `label`
 * @param dimmed the rows are those of the filter or order before, until the new ones are there
 */
export const Table = ({
  label,
  stack = false,
  dimmed = false,
  className,
  ...props
}: ComponentProps<'table'> & { label: string; stack?: boolean; dimmed?: boolean }) => (
  <section
    className="relative w-full overflow-x-auto"
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    tabIndex={0}
    data-stack={stack || undefined}
  >
    <table
      aria-busy={dimmed}
      className={cn('w-full border-collapse text-sm transition-opacity aria-busy:opacity-60', className)}
      {...props}
    />
  </section>
);

export const Th = ({ className, ...props }: ComponentProps<'th'>) => (
  <th
    scope="col"
    className={cn(
      'whitespace-nowrap border-line border-b bg-sunken/60 px-4 py-2 text-left font-medium text-muted text-small first:pl-5 last:pr-5',
      className,
    )}
    {...props}
  />
);

/** `label` is the column's name, shown beside the cell where rows are stacked; the first cell needs none. */
export const Td = ({ className, label, ...props }: ComponentProps<'td'> & { label?: string | undefined }) => (
  <td
    className={cn('border-line border-b px-4 py-2.5 align-middle first:pl-5 last:pr-5', className)}
    data-label={label}
    {...props}
  />
);

export const Tr = ({ className, ...props }: ComponentProps<'tr'>) => (
  <tr
    className={cn('transition-colors hover:bg-sunken/50 [tbody>&:last-child>td]:border-b-0', className)}
    {...props}
  />
);
