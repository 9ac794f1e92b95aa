import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';

export const Card = ({ className, ...props }: ComponentProps<'section'>) => (
  <section className={cn('rounded-xl border border-line bg-surface shadow-raised', className)} {...props} />
);

/** The head of a card: what it is, and what can be done with all of it. */
export const CardHeader = ({
  title,
  description,
  actions,
  className,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) => (
  <header
    className={cn(
      'flex flex-wrap items-start justify-between gap-3 px-5 pt-4 pb-3 sm:flex-nowrap',
      className,
    )}
  >
    <div className="min-w-0">
      <h2 className="font-semibold text-title">{title}</h2>
      {description && <p className="mt-0.5 text-small text-muted">{description}</p>}
    </div>
    {actions && <div className="flex shrink-0 flex-wrap items-center gap-2">{actions}</div>}
  </header>
);

export const CardBody = ({ className, ...props }: ComponentProps<'div'>) => (
  <div className={cn('px-5 pb-5', className)} {...props} />
);
