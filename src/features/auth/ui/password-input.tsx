'use client';
import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Input } from '@/ui/input.tsx';

/** A box for a password that can be looked at, and that says when capitals are locked. */
export function PasswordInput({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  const [shown, setShown] = useState(false);
  const [locked, setLocked] = useState(false);
  const look = (event: KeyboardEvent) => setLocked(event.getModifierState('CapsLock'));
  return (
    <>
      <span className="relative block">
        <Input
          type={shown ? 'text' : 'password'}
          spellCheck={false}
          autoCapitalize="none"
          {...props}
          className={cn('pr-11', className)}
          onKeyDown={look}
          onKeyUp={look}
          onBlur={(event) => {
            setLocked(false);
            props.onBlur?.(event);
          }}
        />
        <button
          type="button"
          aria-label="Show what is typed"
          aria-pressed={shown}
          title={shown ? 'Hide' : 'Show'}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded-r-lg text-muted hover:text-foreground"
        >
          {shown ? <EyeOff className="size-4" aria-hidden /> : <Eye className="size-4" aria-hidden />}
        </button>
      </span>
      <span role="status" className="text-small text-warning-text empty:hidden">
        {locked && 'Caps Lock is on.'}
      </span>
    </>
  );
}
