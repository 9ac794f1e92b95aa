'use client';
import { useId } from 'react';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Checkbox } from '@/ui/input.tsx';
import { Kbd } from '@/ui/kbd.tsx';
import { enableShortcuts, useShortcutsEnabled } from '@/ui/use-shortcuts.ts';

/** Single-key shortcuts on or off: who speaks to the computer, or has a keyboard that stutters, is hindered by them. */
export function ShortcutsCard() {
  const on = useShortcutsEnabled();
  const id = useId();
  return (
    <Card id="shortcuts" className="scroll-mt-20">
      <CardHeader
        title="Keyboard shortcuts"
        description="On this device. They never work while you type in a field."
      />
      <CardBody>
        <label htmlFor={id} className="flex items-start gap-3 text-sm">
          <Checkbox
            id={id}
            className="mt-0.5"
            checked={on}
            onChange={(event) => enableShortcuts(event.target.checked)}
          />
          <span>
            <span className="font-medium">Shortcuts of single keys</span>
            <span className="mt-0.5 block text-muted text-small">
              Press <Kbd keys="?" /> on any page to see them all. <Kbd keys="mod+k" /> works either way.
            </span>
          </span>
        </label>
      </CardBody>
    </Card>
  );
}
