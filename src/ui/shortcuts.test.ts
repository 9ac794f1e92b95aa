import { describe, expect, it } from 'vitest';
import { type Press, type Shortcut, ShortcutRegistry } from './shortcuts.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  timeStamp: 0,
  busy: false,
  ...more,
});

function registryWith(...keys: string[]) {
  const ran: string[] = [];
  const registry = new ShortcutRegistry();
  const shortcuts = keys.map(
    (each): Shortcut => ({ keys: each, label: each, group: 'Test', run: () => ran.push(each) }),
  );
  return { registry, ran, remove: registry.add(shortcuts) };
}

describe('shortcuts', () => {
  it('run by one key, whatever its case', () => {
    const { registry, ran } = registryWith('?', 'c');
    expect(registry.press(press('?'))).toBe(true);
    expect(registry.press(press('C'))).toBe(true);
    expect(registry.press(press('x'))).toBe(false);
    expect(ran).toEqual(['?', 'c']);
  });

  it('run by two keys one after the other, within a short time', () => {
    const { registry, ran } = registryWith('g d', 'g c', 'c');
    expect(registry.press(press('g', { timeStamp: 0 }))).toBe(true);
    registry.press(press('c', { timeStamp: 900 }));
    expect(ran).toEqual(['g c']);
    registry.press(press('g', { timeStamp: 2_000 }));
    registry.press(press('c', { timeStamp: 4_100 }));
    expect(ran).toEqual(['g c', 'c']);
  });

  it('a second key that belongs to nothing ends the sequence and may begin another', () => {
    const { registry, ran } = registryWith('g d', 'c');
    registry.press(press('g', { timeStamp: 0 }));
    registry.press(press('c', { timeStamp: 100 }));
    registry.press(press('d', { timeStamp: 200 }));
    expect(ran).toEqual(['c']);
  });

  it('never run while something is typed, and never with Alt', () => {
    const { registry, ran } = registryWith('c', 'g d');
    expect(registry.press(press('c', { busy: true }))).toBe(false);
    expect(registry.press(press('g', { busy: true }))).toBe(false);
    expect(registry.press(press('d'))).toBe(false);
    expect(registry.press(press('c', { altKey: true }))).toBe(false);
    expect(ran).toEqual([]);
  });

  it('with Ctrl or ⌘ run in fields too, and copying is not taken for a letter', () => {
    const { registry, ran } = registryWith('mod+k', 'c');
    expect(registry.press(press('k', { ctrlKey: true, busy: true }))).toBe(true);
    expect(registry.press(press('K', { metaKey: true }))).toBe(true);
    expect(registry.press(press('c', { ctrlKey: true }))).toBe(false);
    expect(ran).toEqual(['mod+k', 'mod+k']);
  });

  it('when turned off leave single keys alone and keep those with Ctrl', () => {
    const { registry, ran } = registryWith('mod+k', 'c', 'g d');
    registry.enabled = false;
    expect(registry.press(press('c'))).toBe(false);
    expect(registry.press(press('g'))).toBe(false);
    registry.press(press('k', { ctrlKey: true }));
    expect(ran).toEqual(['mod+k']);
  });

  it('are gone when their page is, and the last one added has the key meanwhile', () => {
    const { registry, ran } = registryWith('c');
    let changes = 0;
    registry.subscribe(() => changes++);
    const leave = registry.add([{ keys: 'c', label: 'Mine', group: 'Page', run: () => ran.push('page') }]);
    expect(registry.list().map(({ label }) => label)).toEqual(['c', 'Mine']);
    registry.press(press('c'));
    leave();
    registry.press(press('c'));
    expect(ran).toEqual(['page', 'c']);
    expect(changes).toBe(2);
  });
});
