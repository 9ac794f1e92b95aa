import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { Button } from './button.tsx';

export const Skeleton = ({ className }: { className?: string }) => (
  <div className={cn('animate-pulse rounded-md bg-sunken', className)} aria-hidden />
);

/** Rows where a list will be. */
export const SkeletonRows = ({ rows = 6 }: { rows?: number }) => (
  <div className="flex flex-col gap-3 p-5" role="status" aria-label="Loading">
    {Array.from({ length: rows }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
      <Skeleton key={i} className="h-6" />
    ))}
  </div>
);

/** Where there is nothing yet: what would be here, and the next step. */
export const EmptyState = ({
  icon: Icon,
  title,
  children,
  actions,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) => (
  <div className="flex flex-col items-center px-6 py-14 text-center">
    <span className="flex size-11 items-center justify-center rounded-xl bg-accent-soft text-accent-text">
      <Icon className="size-5" aria-hidden />
    </span>
    <h2 className="mt-4 font-semibold text-base">{title}</h2>
    {children && <div className="mt-1 max-w-md text-muted text-sm">{children}</div>}
    {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
  </div>
);

/** Something could not be loaded: what the server said, and a way to try again. */
export const ErrorState = ({
  title = 'This could not be loaded',
  message,
  onRetry,
}: {
  title?: string;
  message: string;
  onRetry?: (() => void) | undefined;
}) => (
  <div role="alert" className="flex flex-col items-center px-6 py-14 text-center">
    <span className="flex size-11 items-center justify-center rounded-xl bg-danger-soft text-danger-text">
      <CircleAlert className="size-5" aria-hidden />
    </span>
    <h2 className="mt-4 font-semibold text-base">{title}</h2>
    <p className="mt-1 max-w-md text-muted text-sm">{message}</p>
    {onRetry && (
      <Button variant="secondary" className="mt-5" onClick={onRetry}>
        Try again
      </Button>
    )}
  </div>
);

/** A notice inside a page or form. */
export const Notice = ({
  tone,
  title,
  children,
  className,
}: {
  tone: 'info' | 'warning' | 'danger' | 'success';
  title?: string;
  children?: ReactNode;
  className?: string;
}) => (
  <div
    role={tone === 'danger' ? 'alert' : 'status'}
    className={cn(
      'rounded-lg px-4 py-3 text-sm',
      {
        info: 'bg-info-soft text-info-text',
        warning: 'bg-warning-soft text-warning-text',
        danger: 'bg-danger-soft text-danger-text',
        success: 'bg-success-soft text-success-text',
      }[tone],
      className,
    )}
  >
    {title && <p className="font-semibold">{title}</p>}
    {children}
  </div>
);
