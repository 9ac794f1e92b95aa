import { ObjectId } from 'mongodb';
import * as repository from './audiences.repository.ts';
import { snapshotIdsOf } from './rules/snapshot-ids.ts';
import type { RuleGroup } from './rules.schema.ts';

/** The names of the snapshots the rules mention, by id. */
export async function snapshotNames(workspaceId: string, rules: RuleGroup): Promise<Map<string, string>> {
  const ids = [...snapshotIdsOf(rules)];
  return ids.length === 0
    ? new Map()
    : repository.namesOf(
        new ObjectId(workspaceId),
        ids.map((id) => new ObjectId(id)),
      );
}
