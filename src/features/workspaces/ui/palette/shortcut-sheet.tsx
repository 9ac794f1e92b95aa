'use client';
import Link from 'next/link';
import { useSyncExternalStore } from 'react';
import { Dialog } from '@/ui/dialog.tsx';
import { Kbd } from '@/ui/kbd.tsx';
import { shortcuts, useShortcutsEnabled } from '@/ui/use-shortcuts.ts';

/** All keys that do something on this page, from the registry that runs them. */
export function ShortcutSheet({ onClose }: { onClose(): void }) {
  const all = useSyncExternalStore(shortcuts.subscribe, shortcuts.list, shortcuts.list);
  const on = useShortcutsEnabled();
  const groups = [...new Set(all.map(({ group }) => group))];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Keyboard shortcuts"
      description={
        on
          ? 'Two keys are pressed one after the other. None works while you type, and Esc closes what is open.'
          : 'Those of single keys are turned off on this device.'
      }
      className="max-w-2xl"
    >
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className="mb-1 font-medium text-muted text-small">{group}</h3>
            <dl className="divide-y divide-line text-sm">
              {all
                .filter((shortcut) => shortcut.group === group)
                .map(({ keys, label }) => (
                  <div key={keys} className="flex items-center justify-between gap-4 py-1.5">
                    <dt>{label}</dt>
                    <dd className="shrink-0">
                      <Kbd keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="mt-6 text-muted text-small">
        They can be turned {on ? 'off' : 'on again'} in{' '}
        <Link
          href="/settings/account#shortcuts"
          onClick={onClose}
          className="font-medium text-accent-text underline underline-offset-4"
        >
          your account
        </Link>
        .
      </p>
    </Dialog>
  );
}
