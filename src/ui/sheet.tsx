'use client';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { InDialog } from './over-the-page.tsx';

/** A panel that comes in from the side of the page, opened by `trigger`; Escape and a click beside it close it. */
export const Sheet = ({
  open,
  onOpenChange,
  title,
  trigger,
  side = 'left',
  className,
  children,
}: {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** What it is called; for screen readers. */
  title: string;
  trigger: ReactNode;
  side?: 'left' | 'right';
  className?: string;
  children: ReactNode;
}) => (
  <Primitive.Root open={open} onOpenChange={onOpenChange}>
    <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
    <Primitive.Portal>
      <Primitive.Overlay className="data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 fixed inset-0 z-40 bg-scrim duration-calm data-[state=closed]:animate-out data-[state=open]:animate-in" />
      <Primitive.Content
        aria-describedby={undefined}
        className={cn(
          'fixed inset-y-0 z-50 flex w-72 max-w-[85vw] flex-col bg-surface shadow-modal duration-calm data-[state=closed]:animate-out data-[state=open]:animate-in',
          side === 'left'
            ? 'data-[state=closed]:slide-out-to-left data-[state=open]:slide-in-from-left left-0'
            : 'data-[state=closed]:slide-out-to-right data-[state=open]:slide-in-from-right right-0',
          className,
        )}
      >
        <Primitive.Title className="sr-only">{title}</Primitive.Title>
        <InDialog value={true}>{children}</InDialog>
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
);
