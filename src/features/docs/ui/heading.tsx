import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';

/** A heading with the link to itself, for whoever wants to send somebody right there. */
export const Heading = ({
  level,
  id,
  children,
}: {
  level: 2 | 3;
  id: string | undefined;
  children: ReactNode;
}) => {
  const Tag = level === 2 ? 'h2' : 'h3';
  return (
    <Tag
      id={id}
      className={cn(
        'group scroll-mt-20 text-balance font-semibold tracking-tight',
        level === 2 ? 'mt-12 text-xl' : 'mt-8 text-base',
      )}
    >
      {children}
      <a
        href={`#${id}`}
        aria-label="Link to this place"
        className="ml-2 text-muted opacity-0 hover:text-accent-text focus-visible:opacity-100 group-hover:opacity-100"
      >
        #
      </a>
    </Tag>
  );
};
