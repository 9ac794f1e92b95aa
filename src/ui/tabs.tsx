import Link from 'next/link';
import { cn } from '@/lib/cn.ts';

/** A few views of one page, each with an address of its own. */
export const Tabs = ({
  label,
  current,
  tabs,
}: {
  label: string;
  current: string;
  tabs: readonly { key: string; label: string; href: string }[];
}) => (
  <nav
    aria-label={label}
    className="inline-flex max-w-full overflow-x-auto rounded-lg border border-line bg-sunken p-0.5"
  >
    {tabs.map(({ key, label: text, href }) => (
      <Link
        key={key}
        href={href}
        scroll={false}
        aria-current={key === current ? 'page' : undefined}
        className={cn(
          'whitespace-nowrap rounded-md px-3 py-1 font-medium text-small transition-colors',
          key === current
            ? 'bg-surface text-foreground shadow-xs dark:bg-line'
            : 'text-muted hover:text-foreground',
        )}
      >
        {text}
      </Link>
    ))}
  </nav>
);
