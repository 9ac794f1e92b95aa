'use client';
import { Redo2, Undo2 } from 'lucide-react';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';
import { useStore } from './store.ts';
import type { Builder } from './use-builder.ts';

/** Undo and redo, what is selected, and what was last done: read out, and seen. */
export function Toolbar({ builder: { actions, canUndo, canRedo, said, selection } }: { builder: Builder }) {
  const { text, refused } = useStore(said, (value) => value);
  const selected = useStore(selection, (ids) => ids);
  const [first] = selected;
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-1">
      {/* Marked as disabled, yet reachable: a button that goes away takes the focus with it. */}
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Undo"
        title="Undo (Ctrl Z)"
        aria-disabled={!canUndo}
        className="aria-disabled:opacity-40"
        onClick={actions.undo}
      >
        <Undo2 aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Redo"
        title="Redo (Ctrl Shift Z)"
        aria-disabled={!canRedo}
        className="aria-disabled:opacity-40"
        onClick={actions.redo}
      >
        <Redo2 aria-hidden />
      </Button>
      <p
        role="status"
        data-testid="builder-status"
        className={cn('min-w-0 px-1 text-small', refused ? 'text-warning-text' : 'text-muted')}
      >
        {text}
      </p>
      {first !== undefined && (
        <span className="ml-auto flex flex-wrap items-center gap-1">
          <Button variant="secondary" size="sm" onClick={() => actions.wrap(first)}>
            {selected.size === 1 ? 'Put into a group' : `Put ${selected.size} into a group`}
          </Button>
          <Button variant="danger-ghost" size="sm" onClick={() => actions.remove(first)}>
            Remove
          </Button>
          <Button variant="ghost" size="sm" onClick={actions.clearSelection}>
            Unselect
          </Button>
        </span>
      )}
    </div>
  );
}
