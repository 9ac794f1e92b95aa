import { BookOpen, CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { Button } from './button.tsx';

/** One piece of what will come, at the size given. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div className={cn('skeleton rounded-md', className)} aria-hidden />
);

/** So that lines do not all end at one place: texts do not either. */
const WIDTHS = ['w-2/3', 'w-1/2', 'w-3/4', 'w-3/5', 'w-5/12'];

/** Rows where a list will be. */
export const SkeletonRows = ({ rows = 6 }: { rows?: number }) => (
  <div className="divide-y divide-line" role="status" aria-label="Loading">
    {Array.from({ length: rows }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
      <div key={i} className="flex h-13 items-center gap-4 px-5">
        <div className="flex-1">
          <Skeleton className={cn('h-3.5', WIDTHS[i % WIDTHS.length])} />
        </div>
        <Skeleton className="h-3.5 w-16 shrink-0" />
      </div>
    ))}
  </div>
);

/** A table where one will be. */
export const SkeletonTable = ({ columns, rows = 8 }: { columns: number; rows?: number }) => (
  <div role="status" aria-label="Loading">
    <div className="h-9 border-line border-b bg-sunken/60" />
    <div className="divide-y divide-line">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={row} className="flex h-13 items-center gap-6 px-5">
          {Array.from({ length: columns }, (_, column) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: likewise
              key={column}
              className={cn('flex-1', column === 0 && 'flex-[2]', column > 1 && 'max-sm:hidden')}
            >
              <Skeleton className={cn('h-3.5', WIDTHS[(row + column) % WIDTHS.length])} />
            </div>
          ))}
        </div>
      ))}
    </div>
  </div>
);

/** A form where one will be. */
export const SkeletonForm = ({ fields = 4 }: { fields?: number }) => (
  <div className="flex flex-col gap-5 p-5" role="status" aria-label="Loading">
    {Array.from({ length: fields }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
      <div key={i} className="flex flex-col gap-2">
        <Skeleton className="h-3.5 w-28" />
        <Skeleton className="h-9 max-w-md" />
      </div>
    ))}
  </div>
);

/** Where there is nothing yet: what would be here, one sentence on what it is good for, the next step, and where it is explained. */
export const EmptyState = ({
  icon: Icon,
  title,
  children,
  actions,
  docs,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** The page of the documentation that explains it, such as `/docs/rules`. */
  docs?: { href: `/docs/${string}`; label: string };
}) => (
  <div className="flex flex-col items-center px-6 py-14 text-center">
    <Mark className="text-accent-text">
      <Icon className="size-5" aria-hidden />
    </Mark>
    <h2 className="mt-4 font-semibold text-base">{title}</h2>
    {children && <div className="mt-1 max-w-md text-balance text-muted text-sm">{children}</div>}
    {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    {docs && (
      <Link
        href={docs.href}
        prefetch={false}
        className="mt-4 inline-flex items-center gap-1.5 rounded-md text-muted text-small underline-offset-4 hover:text-foreground hover:underline"
      >
        <BookOpen className="size-3.5" aria-hidden />
        {docs.label}
      </Link>
    )}
  </div>
);

/** A sign on two fading rings, for states that fill a card. */
const Mark = ({ className, children }: { className: string; children: ReactNode }) => (
  <span
    className={cn(
      'relative flex size-12 items-center justify-center rounded-2xl border border-line bg-raised shadow-raised',
      'before:absolute before:-inset-2 before:rounded-3xl before:border before:border-current before:opacity-15',
      'after:absolute after:-inset-4 after:rounded-4xl after:border after:border-current after:opacity-[0.07]',
      className,
    )}
  >
    {children}
  </span>
);

/**
 * Something could not be loaded: what the server said, and what to do next.
 * @param children what helps beside trying again, in a sentence
 * @param actions other ways on, beside trying again
 */
export const ErrorState = ({
  title = 'This could not be loaded',
  message,
  onRetry,
  children,
  actions,
}: {
  title?: string;
  message: string;
  onRetry?: (() => void) | undefined;
  children?: ReactNode;
  actions?: ReactNode;
}) => (
  <div role="alert" className="flex flex-col items-center px-6 py-14 text-center">
    <Mark className="text-danger-text">
      <CircleAlert className="size-5" aria-hidden />
    </Mark>
    <h2 className="mt-4 font-semibold text-base">{title}</h2>
    <p className="mt-1 max-w-md text-balance text-muted text-sm">{message}</p>
    {children && <div className="mt-1 max-w-md text-balance text-muted text-sm">{children}</div>}
    {(onRetry || actions) && (
      <div className="mt-5 flex flex-wrap justify-center gap-2">
        {onRetry && (
          <Button variant="secondary" onClick={onRetry}>
            Try again
          </Button>
        )}
        {actions}
      </div>
    )}
  </div>
);

const notices = {
  info: { looks: 'bg-info-soft text-info-text', icon: Info },
  warning: { looks: 'bg-warning-soft text-warning-text', icon: TriangleAlert },
  danger: { looks: 'bg-danger-soft text-danger-text', icon: CircleAlert },
  success: { looks: 'bg-success-soft text-success-text', icon: CircleCheck },
} as const;

/** A notice inside a page or form. */
export const Notice = ({
  tone,
  title,
  children,
  className,
}: {
  tone: keyof typeof notices;
  title?: string;
  children?: ReactNode;
  className?: string;
}) => {
  const { looks, icon: Icon } = notices[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={cn('flex items-start gap-2.5 rounded-lg px-3.5 py-3 text-sm', looks, className)}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="wrap-anywhere min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
};
