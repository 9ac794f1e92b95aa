'use client';
import { Popover as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { useOverlayContainer } from './over-the-page.tsx';

/** A small panel that opens from `trigger` and holds controls; Escape and a click beside it close it. */
export const Popover = ({
  trigger,
  label,
  align = 'start',
  className,
  children,
}: {
  trigger: ReactNode;
  /** What it is called, for screen readers. */
  label: string;
  align?: 'start' | 'end';
  className?: string;
  children: ReactNode;
}) => (
  <Primitive.Root>
    <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
    <Primitive.Portal container={useOverlayContainer()}>
      <Primitive.Content
        align={align}
        sideOffset={6}
        collisionPadding={8}
        aria-label={label}
        className={cn(
          'data-[state=open]:fade-in-0 z-50 max-h-(--radix-popover-content-available-height) w-72 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-xl border border-line bg-raised p-3 shadow-popover duration-quick data-[state=open]:animate-in',
          className,
        )}
      >
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
);
