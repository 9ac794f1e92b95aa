'use client';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { useOverlayContainer } from './over-the-page.tsx';

/** A menu that opens from `trigger`; with `defaultOpen` it is open when it comes. */
export const Menu = ({
  trigger,
  align = 'end',
  defaultOpen = false,
  className,
  children,
}: {
  trigger: ReactNode;
  align?: 'start' | 'end';
  defaultOpen?: boolean;
  className?: string;
  children: ReactNode;
}) => (
  <Primitive.Root modal={false} defaultOpen={defaultOpen}>
    <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
    {/* Inside the page's main part, so that a screen reader finds it in a landmark. */}
    <Primitive.Portal container={useOverlayContainer()}>
      <Primitive.Content
        align={align}
        sideOffset={6}
        collisionPadding={8}
        className={cn(
          'data-[state=open]:fade-in-0 data-[side=bottom]:slide-in-from-top-1 data-[side=top]:slide-in-from-bottom-1 z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-popover duration-quick data-[state=open]:animate-in',
          className,
        )}
      >
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
);

export const MenuItem = ({
  danger = false,
  className,
  ...props
}: ComponentProps<typeof Primitive.Item> & { danger?: boolean }) => (
  <Primitive.Item
    className={cn(
      'flex cursor-pointer select-none items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none data-[disabled]:cursor-not-allowed data-[highlighted]:bg-sunken data-[disabled]:opacity-50 [&_svg]:size-4 [&_svg]:text-muted',
      danger && 'text-danger-text [&_svg]:text-danger-text',
      className,
    )}
    {...props}
  />
);

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Primitive.Label className="px-2.5 py-1.5 text-muted text-xs">{children}</Primitive.Label>
);
export const MenuSeparator = () => <Primitive.Separator className="my-1 h-px bg-line" />;
