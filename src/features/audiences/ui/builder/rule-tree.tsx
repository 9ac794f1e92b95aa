'use client';
import { useMemo } from 'react';
import {
  QueryBuilderContext,
  type QueryBuilderProps,
  QueryBuilderStateProvider,
  type RuleGroupType,
  useQueryBuilder,
} from 'react-querybuilder';
import type { BuilderGroup } from './builder-rules.ts';
import type { PartContext } from './tree-context.ts';

// Groups are named in GroupBox; as a title it would hang over every control as a tooltip.
const noDescription = () => '';
// Changes are made by `BuilderActions`, by id.
const noChange = () => undefined;

/**
 * A group of conditions, freely nested. `prefix` is its place in the whole rule, under which its problems are found;
 * inside an order condition it is not empty. Its looks come from the `TreeProvider` around it.
 */
export function RuleTree({
  group,
  firstField,
  prefix = '',
}: {
  group: BuilderGroup;
  /** What a new condition begins with. */
  firstField: string;
  prefix?: string;
}) {
  const context = useMemo<PartContext>(() => ({ prefix, firstField }), [prefix, firstField]);
  return (
    <QueryBuilderStateProvider>
      <Shell query={group as RuleGroupType} context={context} />
    </QueryBuilderStateProvider>
  );
}

/** What react-querybuilder's own shell does, without its landmark: trees lie in trees here, in one form. */
function Shell(props: Pick<QueryBuilderProps<RuleGroupType, never, never, never>, 'query' | 'context'>) {
  const builder = useQueryBuilder({
    ...props,
    onQueryChange: noChange,
    suppressStandardClassnames: true,
    enableMountQueryChange: false,
    accessibleDescriptionGenerator: noDescription,
  });
  const { ruleGroup: Group } = builder.schema.controls;
  return (
    <QueryBuilderContext value={builder.rqbContext}>
      <Group
        translations={builder.translations}
        ruleGroup={builder.rootGroup}
        {...builder.combinatorPropObject}
        not={Boolean(builder.rootGroup.not)}
        schema={builder.schema}
        actions={builder.actions}
        id={builder.rootGroup.id}
        path={ROOT_PATH}
        context={props.context}
      />
    </QueryBuilderContext>
  );
}
const ROOT_PATH: number[] = [];
