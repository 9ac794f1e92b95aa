import { cn } from '@/lib/cn.ts';

/** The sign: a stream that splits and arrives. */
export const LogoMark = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" className={cn('size-7', className)} aria-hidden="true">
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <path
      d="M8.5 16h4.2c4.4 0 4.2-6.5 8.3-6.5h2.5M12.7 16c4.4 0 4.2 6.5 8.3 6.5h2.5"
      fill="none"
      stroke="white"
      strokeWidth="2.6"
      strokeLinecap="round"
    />
    <circle cx="8.5" cy="16" r="2.7" fill="white" />
    <circle cx="23.5" cy="9.5" r="2.7" fill="white" />
    <circle cx="23.5" cy="22.5" r="2.7" fill="white" />
  </svg>
);

export const Logo = ({ className }: { className?: string }) => (
  <span className={cn('inline-flex items-center gap-2.5 font-semibold text-base tracking-tight', className)}>
    <LogoMark />
    NexusFlow
  </span>
);
