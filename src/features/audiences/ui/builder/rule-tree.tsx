'use client';
import { QueryBuilder, type RuleGroupType } from 'react-querybuilder';
import { type BuilderGroup, builderOperators, defaultOperator, defaultValue } from './builder-rules.ts';
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
import { ValueControl } from './value-control.tsx';

const controls = {
  combinatorSelector: CombinatorControl,
  notToggle: NotControl,
  addRuleAction: AddRuleControl,
  addGroupAction: AddGroupControl,
  removeRuleAction: RemoveRuleControl,
  removeGroupAction: RemoveGroupControl,
  fieldSelector: FieldControl,
  operatorSelector: OperatorControl,
  valueEditor: ValueControl,
};

const classNames = {
  ruleGroup: 'flex flex-col gap-2 rounded-xl border border-line bg-sunken/40 p-2 sm:p-3',
  header: 'flex flex-wrap items-center gap-2',
  body: 'flex flex-col gap-2 empty:hidden',
  rule: 'relative flex flex-wrap items-start gap-2 rounded-lg border border-line bg-surface p-2 pr-12',
};

/** A new group begins with a condition: an empty one would mean everyone. */
const newRule = (field: string) => ({ field, operator: defaultOperator(field), value: defaultValue(field) });

const operatorsOf = (field: string) => builderOperators(field).map((name) => ({ name, label: name }));

/**
 * A group of conditions, freely nested, over the given fields. `prefix` is its place in the whole rule, under which its
 * errors are found.
 */
export const RuleTree = ({
  fields,
  group,
  onChange,
  prefix = '',
}: {
  fields: readonly { name: string; label: string }[];
  group: BuilderGroup;
  onChange(group: BuilderGroup): void;
  prefix?: string;
}) => (
  <QueryBuilder
    fields={[...fields]}
    query={group as RuleGroupType}
    onQueryChange={onChange}
    context={{ prefix }}
    controlElements={controls}
    controlClassnames={classNames}
    suppressStandardClassnames
    showNotToggle
    onAddGroup={(added) => ({ ...added, rules: [newRule(fields[0]?.name ?? '')] })}
    resetOnFieldChange
    enableMountQueryChange={false}
    getOperators={operatorsOf}
    getDefaultOperator={defaultOperator}
    getDefaultValue={({ field }) => defaultValue(field)}
  />
);
