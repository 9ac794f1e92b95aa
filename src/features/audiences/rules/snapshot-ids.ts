import { isGroup, isOrderAggregate, isOrderMatch, type RuleGroup } from '../rules.schema.ts';

/** The snapshots a rule tree names, by id. */
export function snapshotIdsOf(group: RuleGroup): Set<string> {
  const ids = new Set<string>();
  for (const rule of group.rules) {
    if (isGroup(rule)) for (const id of snapshotIdsOf(rule)) ids.add(id);
    else if (!isOrderMatch(rule) && !isOrderAggregate(rule) && rule.field === 'snapshots')
      for (const id of [rule.value].flat()) ids.add(String(id));
  }
  return ids;
}

/** The rules of a snapshot: those who carry its mark. */
export const membersOf = (snapshotId: string): RuleGroup => ({
  combinator: 'and',
  rules: [{ field: 'snapshots', operator: 'in', value: [snapshotId] }],
});
