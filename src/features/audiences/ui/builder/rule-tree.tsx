'use client';
import { QueryBuilder, type RuleGroupType } from 'react-querybuilder';
import { type BuilderGroup, builderOperators, defaultOperator, defaultValue } from './builder-rules.ts';

/** A new group begins with a condition: an empty one would mean everyone. */
const newRule = (field: string) => ({ field, operator: defaultOperator(field), value: defaultValue(field) });

const operatorsOf = (field: string) => builderOperators(field).map((name) => ({ name, label: name }));

/** Eight levels are possible (MAX_DEPTH), the outermost group being the first. */
const MAX_LEVELS = 7;

/**
 * A group of conditions, freely nested, over the given fields. `prefix` is its place in the whole rule, under which its
 * problems are found. Its looks come from the `AudienceTree` around it.
 */
export const RuleTree = ({
  fields,
  firstField,
  group,
  onChange,
  prefix = '',
}: {
  fields: readonly { label: string; options: { name: string; label: string }[] }[];
  /** What a new condition begins with. */
  firstField: string;
  group: BuilderGroup;
  onChange(group: BuilderGroup): void;
  prefix?: string;
}) => (
  <QueryBuilder
    fields={[...fields]}
    query={group as RuleGroupType}
    onQueryChange={onChange}
    context={{ prefix }}
    suppressStandardClassnames
    showNotToggle
    onAddGroup={(added) => ({ ...added, rules: [newRule(firstField)] })}
    resetOnFieldChange
    enableMountQueryChange={false}
    maxLevels={MAX_LEVELS}
    // The groups are named in GroupBox; as a title it would hang over every control as a tooltip.
    accessibleDescriptionGenerator={() => ''}
    getDefaultField={firstField}
    getOperators={operatorsOf}
    getDefaultOperator={defaultOperator}
    getDefaultValue={({ field }) => defaultValue(field)}
  />
);
