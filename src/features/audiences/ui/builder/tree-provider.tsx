'use client';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { QueryBuilderContext } from 'react-querybuilder';
import type { Problem } from './check-tree.ts';
import { ConditionBox } from './condition-box.tsx';
import { GroupBox } from './group-box.tsx';
import { createStore } from './store.ts';
import { TreeContext } from './tree-context.ts';
import type { Builder } from './use-builder.ts';

const NO_PROBLEMS: ReadonlyMap<string, Problem> = new Map();

/** react-querybuilder in our dress. It stays the same, so that a change draws only what it concerns. */
const looks = {
  controlElements: { rule: ConditionBox, ruleGroup: GroupBox, ruleGroupHeaderElements: () => null },
  controlClassnames: { header: 'hidden', body: 'flex flex-col gap-2 empty:hidden' },
};

/** What parts of a rule need around them. `strict` turns what is still missing into errors. */
export function TreeProvider({
  builder: { actions, selection },
  problems,
  strict = false,
  children,
}: {
  builder: Builder;
  problems: ReadonlyMap<string, Problem>;
  strict?: boolean;
  children: ReactNode;
}) {
  const [stores] = useState(() => ({ problems: createStore(NO_PROBLEMS), strict: createStore(false) }));
  useEffect(() => stores.problems.set(problems), [stores, problems]);
  useEffect(() => stores.strict.set(strict), [stores, strict]);
  const state = useMemo(() => ({ actions, selection, ...stores }), [actions, selection, stores]);
  return (
    <TreeContext value={state}>
      <QueryBuilderContext value={looks}>{children}</QueryBuilderContext>
    </TreeContext>
  );
}
