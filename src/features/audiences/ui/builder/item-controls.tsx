'use client';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ClipboardPaste,
  Copy,
  CopyPlus,
  GripVertical,
  Group,
  MoreHorizontal,
  Scissors,
  SquareCheck,
  Trash2,
  Ungroup,
} from 'lucide-react';
import type { Ref } from 'react';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '@/ui/menu.tsx';
import { useStore } from './store.ts';
import { readClipboard, writeClipboard } from './system-clipboard.ts';
import { useTree } from './tree-context.ts';
import { isMac } from './use-tree-keys.ts';

/** What a condition or group is taken by: it drags, a click selects it, and the arrow keys with Alt move it. */
export function Handle({ ref, id, name }: { ref: Ref<HTMLButtonElement>; id: string; name: string }) {
  const { actions, selection } = useTree();
  const selected = useStore(selection, (ids) => ids.has(id));
  return (
    <button
      ref={ref}
      type="button"
      data-handle
      aria-pressed={selected}
      aria-label={`Select ${name.charAt(0).toLowerCase()}${name.slice(1)}`}
      title="Drag to move, click to select; Alt and the arrow keys move it too"
      onClick={() => actions.select(id)}
      className={cn(
        'flex h-9 w-6 shrink-0 cursor-grab items-center justify-center rounded-md active:cursor-grabbing',
        selected ? 'bg-accent text-accent-foreground' : 'text-muted hover:bg-sunken hover:text-foreground',
      )}
    >
      <GripVertical className="size-4" aria-hidden />
    </button>
  );
}

const Keys = ({ children }: { children: string }) => (
  <kbd className="ml-auto pl-6 font-sans text-muted text-xs">
    {isMac() ? children.replace('Ctrl ', '⌘').replace('Alt ', '⌥') : children}
  </kbd>
);

/** Everything else that can be done with a condition or group. */
export function ItemMenu({ id, name, isGroup }: { id: string; name: string; isGroup: boolean }) {
  const { actions, selection } = useTree();
  const several = useStore(selection, (ids) => ids.has(id) && ids.size > 1);
  const what = several ? 'selected' : isGroup ? 'group' : 'condition';
  const copy = () => {
    const text = actions.copied(id);
    if (text !== null) void writeClipboard(text).then(() => actions.say('Copied.'));
  };
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Actions for ${name.charAt(0).toLowerCase()}${name.slice(1)}`}
        >
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={() => actions.move(id, 'up')}>
        <ArrowUp aria-hidden />
        Move up
        <Keys>Alt ↑</Keys>
      </MenuItem>
      <MenuItem onSelect={() => actions.move(id, 'down')}>
        <ArrowDown aria-hidden />
        Move down
        <Keys>Alt ↓</Keys>
      </MenuItem>
      <MenuItem onSelect={() => actions.move(id, 'in')}>
        <ArrowRight aria-hidden />
        Move into the group beside it
        <Keys>Alt →</Keys>
      </MenuItem>
      <MenuItem onSelect={() => actions.move(id, 'out')}>
        <ArrowLeft aria-hidden />
        Move out of its group
        <Keys>Alt ←</Keys>
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => actions.duplicate(id)}>
        <CopyPlus aria-hidden />
        Duplicate
      </MenuItem>
      <MenuItem onSelect={copy}>
        <Copy aria-hidden />
        Copy
        <Keys>Ctrl C</Keys>
      </MenuItem>
      <MenuItem
        onSelect={() => {
          copy();
          actions.remove(id);
        }}
      >
        <Scissors aria-hidden />
        Cut
        <Keys>Ctrl X</Keys>
      </MenuItem>
      <MenuItem onSelect={() => void pasteAt(id, actions)}>
        <ClipboardPaste aria-hidden />
        {isGroup ? 'Paste into it' : 'Paste below'}
        <Keys>Ctrl V</Keys>
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => actions.select(id)}>
        <SquareCheck aria-hidden />
        Select or unselect
        <Keys>Space</Keys>
      </MenuItem>
      <MenuItem onSelect={() => actions.wrap(id)}>
        <Group aria-hidden />
        {several ? 'Put the selected into a group' : 'Put into a group'}
      </MenuItem>
      {isGroup && (
        <MenuItem onSelect={() => actions.unwrap(id)}>
          <Ungroup aria-hidden />
          Take the group apart
        </MenuItem>
      )}
      <MenuItem danger onSelect={() => actions.remove(id)}>
        <Trash2 aria-hidden />
        Remove {several ? 'the selected' : `this ${what}`}
        <Keys>Del</Keys>
      </MenuItem>
    </Menu>
  );
}

export async function pasteAt(id: string, actions: ReturnType<typeof useTree>['actions']): Promise<void> {
  const text = await readClipboard();
  if (text === null)
    actions.say('The browser does not let this page read the clipboard: press Ctrl V instead.', true);
  else actions.paste(id, text);
}

/** The button that takes an item away at once. */
export const RemoveButton = ({ id, what }: { id: string; what: 'condition' | 'group' }) => {
  const { actions } = useTree();
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={`Remove this ${what}`}
      title={`Remove this ${what}`}
      className="max-sm:hidden"
      onClick={() => actions.remove(id)}
    >
      <Trash2 aria-hidden />
    </Button>
  );
};
