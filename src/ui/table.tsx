import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn.ts';

/** A table that scrolls sideways by itself where the screen is narrow. `label` names it for screen readers. */
export const Table = ({ label, className, ...props }: ComponentProps<'table'> & { label: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className="relative w-full overflow-x-auto" aria-label={label} tabIndex={0}>
    <table className={cn('w-full border-collapse text-sm', className)} {...props} />
  </section>
);

export const Th = ({ className, ...props }: ComponentProps<'th'>) => (
  <th
    scope="col"
    className={cn(
      'whitespace-nowrap border-line border-b bg-sunken/60 px-4 py-2 text-left align-bottom font-medium text-small text-muted first:pl-5 last:pr-5',
      className,
    )}
    {...props}
  />
);

export const Td = ({ className, ...props }: ComponentProps<'td'>) => (
  <td
    className={cn('border-line border-b px-4 py-2.5 align-middle first:pl-5 last:pr-5', className)}
    {...props}
  />
);

export const Tr = ({ className, ...props }: ComponentProps<'tr'>) => (
  <tr
    className={cn('transition-colors hover:bg-sunken/50 [tbody>&:last-child>td]:border-b-0', className)}
    {...props}
  />
);
