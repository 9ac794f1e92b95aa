'use client';
import { useEffect, useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react';
import { type Shortcut, ShortcutRegistry } from './shortcuts.ts';

/** The page's own; the document has one keyboard. */
export const shortcuts = new ShortcutRegistry();

const OFF = 'nexusflow-shortcuts-off';
const listeners = new Set<() => void>();
const isOn = (): boolean => {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    // A browser that keeps nothing.
    return shortcuts.enabled;
  }
};

/** Turns single-key shortcuts on or off on this device, for good. */
export function enableShortcuts(on: boolean): void {
  shortcuts.enabled = on;
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
  } catch {
    // Then it holds until the page is left.
  }
  for (const listener of listeners) listener();
}

/** Whether single-key shortcuts work on this device. */
export const useShortcutsEnabled = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isOn,
    () => true,
  );

/** Whether keys have another meaning where the focus is: text goes in, a menu finds by letters, or a dialog asks something. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'].includes(
      target.type,
    );
  return target.closest('textarea, select, [role="combobox"], [role="listbox"], [role="textbox"]') !== null;
}

/** Listens to the keyboard. Once, by what surrounds all pages. */
export function useShortcutKeys(): void {
  useEffect(() => {
    shortcuts.enabled = isOn();
    const onKeyDown = (event: KeyboardEvent) => {
      // Held down it repeats; in an input method it is part of a letter.
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      const { key, ctrlKey, metaKey, altKey, timeStamp } = event;
      const busy = isBusy(event.target);
      if (shortcuts.press({ key, ctrlKey, metaKey, altKey, timeStamp, busy })) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Shortcuts that hold while the component is on the page. `list` is read once; what they run may change. */
export function useShortcuts(list: readonly Shortcut[]): void {
  const run = useEffectEvent((keys: string) => list.find((shortcut) => shortcut.keys === keys)?.run());
  // Added anew when what is listed changes, not with every drawing; before what they lead to can be seen.
  const listed = JSON.stringify(list.map(({ keys, label, group }) => ({ keys, label, group })));
  useLayoutEffect(() => {
    const described: Omit<Shortcut, 'run'>[] = JSON.parse(listed);
    return shortcuts.add(described.map((each) => ({ ...each, run: () => run(each.keys) })));
  }, [listed]);
}
