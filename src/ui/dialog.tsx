'use client';
import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { cn } from '@/lib/cn.ts';
import { Button } from './button.tsx';
import { InDialog } from './over-the-page.tsx';

/** A window over the page; Escape and a click outside close it, and the focus comes back to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  className,
  children,
}: {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  description?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  // Opened from outside there is no trigger for Radix to give the focus back to.
  const before = useRef<Element | null>(null);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 fixed inset-0 z-40 bg-scrim duration-calm data-[state=closed]:animate-out data-[state=open]:animate-in" />
        <Primitive.Content
          className={cn(
            'data-[state=open]:fade-in-0 data-[state=open]:zoom-in-97 data-[state=closed]:fade-out-0 -translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-lg overflow-y-auto rounded-2xl border border-line bg-surface p-6 shadow-modal duration-calm data-[state=closed]:animate-out data-[state=open]:animate-in dark:bg-raised',
            className,
          )}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement) before.current.focus();
          }}
        >
          <Primitive.Title className="pr-10 font-semibold text-lg">{title}</Primitive.Title>
          {description && (
            <Primitive.Description className="mt-1 text-muted text-sm">{description}</Primitive.Description>
          )}
          <div className="mt-5">
            <InDialog value={true}>{children}</InDialog>
          </div>
          <Primitive.Close asChild>
            <Button variant="ghost" size="icon-sm" className="absolute top-4 right-4" aria-label="Close">
              <X aria-hidden />
            </Button>
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Asks before something that cannot be taken back. The button says what it does, never “OK”. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  action,
  danger = true,
  pending,
  onConfirm,
}: {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  description: ReactNode;
  action: string;
  danger?: boolean;
  pending: boolean;
  onConfirm(): void;
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={description}>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={() => onOpenChange(false)}>
          Keep as it is
        </Button>
        <Button variant={danger ? 'danger' : 'primary'} pending={pending} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
