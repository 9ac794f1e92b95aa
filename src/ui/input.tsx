import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn.ts';

const control =
  'w-full rounded-lg border border-line-strong/60 bg-surface px-3 text-sm text-foreground shadow-raised transition-colors hover:border-line-strong disabled:cursor-not-allowed disabled:bg-sunken disabled:opacity-70 aria-invalid:border-danger aria-invalid:ring-1 aria-invalid:ring-danger';

export const Input = ({ className, ...props }: ComponentProps<'input'>) => (
  <input className={cn(control, 'h-9', className)} {...props} />
);

export const Textarea = ({ className, ...props }: ComponentProps<'textarea'>) => (
  <textarea className={cn(control, 'min-h-24 py-2 leading-relaxed', className)} {...props} />
);

/** The browser's own select: works by keyboard, on phones and with screen readers as people know it. */
export const Select = ({ className, children, ...props }: ComponentProps<'select'>) => (
  <span className={cn('relative inline-block w-full', className)}>
    <select className={cn(control, 'h-9 appearance-none truncate pr-9')} {...props}>
      {children}
    </select>
    <ChevronDown
      className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      aria-hidden
    />
  </span>
);

export const Checkbox = ({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) => (
  <input
    type="checkbox"
    className={cn('size-4 shrink-0 cursor-pointer rounded accent-accent', className)}
    {...props}
  />
);
