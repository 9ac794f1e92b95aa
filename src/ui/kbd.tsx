'use client';
import { useSyncExternalStore } from 'react';
import { cn } from '@/lib/cn.ts';

const never = () => () => undefined;
const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

/** The keys of a shortcut as they stand on the keyboard: `mod+k` as ⌘K or Ctrl K, `g d` as G then D. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const mac = useSyncExternalStore(never, isMac, () => false);
  const caps = keys.split(/[ +]/).map((key) => (key === 'mod' ? (mac ? '⌘' : 'Ctrl') : key));
  return (
    <span className={cn('inline-flex items-center gap-1', className)}>
      {caps.map((cap) => (
        <kbd
          key={cap}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-md border border-line bg-sunken px-1 font-medium font-sans text-[0.6875rem] text-muted capitalize"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
