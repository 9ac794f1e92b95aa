'use client';
import { useMemo, useRef } from 'react';
import { QueryBuilderContext } from 'react-querybuilder';
import { ConditionBox, GroupBox } from './boxes.tsx';
import { type BuilderGroup, customerFields } from './builder-rules.ts';
import type { Problem } from './check-tree.ts';
import {
  AddGroupControl,
  AddRuleControl,
  CombinatorControl,
  FieldControl,
  NotControl,
  OperatorControl,
  RemoveGroupControl,
  RemoveRuleControl,
} from './controls.tsx';
import { RuleTree } from './rule-tree.tsx';
import { TreeContext } from './tree-context.ts';
import { ValueControl } from './value-control.tsx';

/** react-querybuilder in our dress; order conditions inside inherit it. */
const looks = {
  controlElements: {
    rule: ConditionBox,
    ruleGroup: GroupBox,
    combinatorSelector: CombinatorControl,
    notToggle: NotControl,
    addRuleAction: AddRuleControl,
    addGroupAction: AddGroupControl,
    removeRuleAction: RemoveRuleControl,
    removeGroupAction: RemoveGroupControl,
    fieldSelector: FieldControl,
    operatorSelector: OperatorControl,
    valueEditor: ValueControl,
  },
  controlClassnames: {
    ruleGroup: 'flex flex-col gap-2 rounded-xl border border-line bg-sunken/40 p-2 sm:p-3',
    header: 'flex flex-wrap items-center gap-2',
    body: 'flex flex-col gap-2 empty:hidden',
    rule: 'relative flex flex-wrap items-start gap-2 rounded-lg border border-line bg-surface p-2 pr-12',
  },
};

/** The whole rule of an audience. `strict` turns what is still missing into errors. */
export function AudienceTree({
  tree,
  onChange,
  problems,
  strict,
}: {
  tree: BuilderGroup;
  onChange(tree: BuilderGroup): void;
  problems: ReadonlyMap<string, Problem>;
  strict: boolean;
}) {
  const adding = useRef(false);
  const state = useMemo(() => ({ problems, strict, adding }), [problems, strict]);
  return (
    <TreeContext value={state}>
      <QueryBuilderContext value={looks}>
        <RuleTree fields={customerFields} firstField="country" group={tree} onChange={onChange} />
      </QueryBuilderContext>
    </TreeContext>
  );
}
