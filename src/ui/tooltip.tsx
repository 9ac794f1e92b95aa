'use client';
import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { pageContent } from './menu.tsx';

/** What surrounds all tooltips: after the first one the next come at once. */
export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Primitive.Provider delayDuration={400} skipDelayDuration={300}>
    {children}
  </Primitive.Provider>
);

/** A few words beside a control that shows only an icon. The control keeps a name of its own for screen readers. */
export const Tooltip = ({
  text,
  side = 'top',
  disabled = false,
  children,
}: {
  text: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** Where the words stand on the control already. */
  disabled?: boolean;
  children: ReactNode;
}) =>
  disabled ? (
    children
  ) : (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal container={pageContent()}>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="fade-in-0 z-50 flex max-w-64 animate-in items-center gap-2 rounded-lg bg-foreground px-2.5 py-1.5 font-medium text-background text-caption shadow-popover duration-quick"
        >
          {text}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
