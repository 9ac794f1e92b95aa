import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';

/** A part of the start page with its heading. */
export const Section = ({
  id,
  title,
  text,
  sunken = false,
  children,
}: {
  id: string;
  title: string;
  text?: ReactNode;
  sunken?: boolean;
  children: ReactNode;
}) => (
  <section aria-labelledby={id} className={cn('scroll-mt-4', sunken && 'border-line border-y bg-surface')}>
    <div className="mx-auto w-full max-w-6xl px-4 py-16 sm:px-8 lg:py-20">
      <h2 id={id} className="scroll-mt-6 text-balance font-semibold text-2xl tracking-tight sm:text-3xl">
        {title}
      </h2>
      {text && <p className="mt-3 max-w-2xl text-pretty text-base text-muted">{text}</p>}
      <div className="mt-9">{children}</div>
    </div>
  </section>
);
