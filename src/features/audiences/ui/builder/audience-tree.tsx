'use client';
import { useEffect, useRef } from 'react';
import type { Problem } from './check-tree.ts';
import { RuleTree } from './rule-tree.tsx';
import { Toolbar } from './toolbar.tsx';
import { TreeProvider } from './tree-provider.tsx';
import type { Builder } from './use-builder.ts';
import { useTreeKeys } from './use-tree-keys.ts';

/** The whole rule of an audience. `strict` turns what is still missing into errors. */
export function AudienceTree({
  builder,
  problems,
  strict,
}: {
  builder: Builder;
  problems: ReadonlyMap<string, Problem>;
  strict: boolean;
}) {
  const { tree, actions, focus } = builder;
  const box = useRef<HTMLDivElement>(null);
  useTreeKeys(box, actions);
  useEffect(() => {
    const wish = focus.current;
    if (!wish || !box.current) return;
    focus.current = null;
    focusItem(box.current, wish.id, wish.part);
  });
  return (
    <TreeProvider builder={builder} problems={problems} strict={strict}>
      <div ref={box} className="flex flex-col gap-3">
        <Toolbar builder={builder} />
        <RuleTree group={tree} firstField="country" />
      </div>
    </TreeProvider>
  );
}

/** Puts the focus on an item: on its handle, or where its filling in begins. */
function focusItem(builder: HTMLElement, id: string, part: 'handle' | 'field'): void {
  const item = builder.querySelector<HTMLElement>(`[data-item="${id}"], [data-group="${id}"]`);
  const wanted = item?.querySelector<HTMLElement>(part === 'handle' ? '[data-handle]' : 'select');
  const target = wanted ?? item?.querySelector<HTMLElement>('[data-adder]');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
