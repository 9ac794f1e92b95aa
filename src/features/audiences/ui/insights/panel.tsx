'use client';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cn } from '@/lib/cn.ts';
import { Card, CardBody } from '@/ui/card.tsx';

/** A card that is opened when it is wanted: what it shows costs the database something. */
export function Panel({
  title,
  description,
  open,
  onOpenChange,
  children,
}: {
  title: string;
  description: string;
  open: boolean;
  onOpenChange(open: boolean): void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Card aria-label={title}>
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onOpenChange(!open)}
          className="flex w-full items-center justify-between gap-3 rounded-xl px-5 py-4 text-left hover:bg-sunken/50"
        >
          <span className="min-w-0">
            <span className="block font-semibold text-title">{title}</span>
            <span className="mt-0.5 block text-small text-muted">{description}</span>
          </span>
          <ChevronDown
            className={cn('size-4 shrink-0 text-muted transition-transform', open && 'rotate-180')}
            aria-hidden
          />
        </button>
      </h2>
      <div id={id} hidden={!open}>
        {open && <CardBody>{children}</CardBody>}
      </div>
    </Card>
  );
}
