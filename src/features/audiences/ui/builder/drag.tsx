'use client';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  type ElementDropTargetEventBasePayload,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { useTree } from './tree-context.ts';
import type { DropEdge } from './use-builder.ts';

/** What drags along: only conditions of the same kind are taken. */
const isDragged = (data: Record<string | symbol, unknown>): data is { id: string; kind: string } =>
  typeof data.id === 'string' && typeof data.kind === 'string';

/**
 * Lets an item be dragged by its handle (`handle` is null for the outermost group, which stays) and others be dropped on
 * it. `kind` tells conditions on customers from those on orders. Returns where a dragged one would land.
 */
export function useDrag({
  box,
  handle,
  id,
  kind,
  isGroup,
}: {
  box: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null> | null;
  id: string;
  kind: string;
  isGroup: boolean;
}): { dragging: boolean; edge: DropEdge | null } {
  const { actions } = useTree();
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<DropEdge | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const grip = handle?.current;
    const edgeAt = (y: number) => (isGroup ? groupEdge(element, y, grip != null) : conditionEdge(element, y));
    const follow = ({ location, self }: ElementDropTargetEventBasePayload) =>
      setEdge(
        location.current.dropTargets[0]?.element === self.element
          ? edgeAt(location.current.input.clientY)
          : null,
      );
    const target = dropTargetForElements({
      element,
      canDrop: ({ source }) =>
        isDragged(source.data) && source.data.kind === kind && !source.element.contains(element),
      onDrag: follow,
      onDropTargetChange: follow,
      onDragLeave: () => setEdge(null),
      onDrop: ({ source, location, self }) => {
        setEdge(null);
        if (location.current.dropTargets[0]?.element !== self.element || !isDragged(source.data)) return;
        actions.drop(source.data.id, id, edgeAt(location.current.input.clientY));
      },
    });
    if (!grip) return target;
    return combine(
      target,
      draggable({
        element,
        dragHandle: grip,
        getInitialData: () => ({ id, kind }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
    );
  }, [actions, box, handle, id, kind, isGroup]);
  return { dragging, edge };
}

function conditionEdge(element: HTMLElement, y: number): DropEdge {
  const { top, height } = element.getBoundingClientRect();
  return y < top + height / 2 ? 'before' : 'after';
}

/** Near its rim a group is passed by; inside it takes what is dropped. The outermost has nothing beside it. */
function groupEdge(element: HTMLElement, y: number, hasNeighbours: boolean): DropEdge {
  const { top, bottom } = element.getBoundingClientRect();
  if (hasNeighbours && y < top + 8) return 'before';
  if (hasNeighbours && y > bottom - 8) return 'after';
  const first = element.querySelector('[data-item]')?.getBoundingClientRect();
  return first && y < first.top ? 'first' : 'last';
}

/** The line a dragged item would land at. */
export const DropLine = ({ edge }: { edge: DropEdge | null }) =>
  (edge === 'before' || edge === 'after') && (
    <span
      aria-hidden
      data-drop-line
      className={cn(
        'pointer-events-none absolute inset-x-0 z-10 h-0.5 rounded-full bg-accent',
        edge === 'before' ? '-top-[5px]' : '-bottom-[5px]',
      )}
    />
  );
