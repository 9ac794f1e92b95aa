import { ObjectId } from 'mongodb';
import { toMajorUnits } from '../../lib/money.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { countCustomers } from '../customers/customers.service.ts';
import { findWorkspace } from '../workspaces/workspaces.service.ts';
import * as repository from './audience-insights.repository.ts';
import type { AudienceInsights, Funnel, Overlap, OverlapInput } from './audience-insights.schema.ts';
import { requireAudience } from './audiences.service.ts';
import { liveLimits, withinLimits } from './count-limits.ts';
import { countryCounts, DAY_STEPS, recencyBins, SPEND_STEPS, spendBins } from './distributions.ts';
import { countMatching } from './matching.repository.ts';
import { conditionsOf, countFromTruths, funnelOf, treeKey, treesOfFunnel } from './rules/funnel.ts';
import type { RuleGroup } from './rules.schema.ts';
import { snapshotNames } from './snapshot-names.ts';

const DAY_MS = 86_400_000;

/**
 * How spend, countries and last orders are distributed among those the rules select.
 * @throws AppError TIMED_OUT when it took too long; CANCELLED when `signal` aborted
 */
export async function describeAudience(
  caller: Caller,
  { rules }: { rules: RuleGroup },
  signal?: AbortSignal,
): Promise<AudienceInsights> {
  requirePermission(caller, 'audiences:read');
  const workspaceId = new ObjectId(caller.workspaceId);
  const now = new Date();
  const steps = {
    spendSteps: SPEND_STEPS,
    recencySteps: DAY_STEPS.map((days) => new Date(now.getTime() - days * DAY_MS)).toReversed(),
  };
  const limits = liveLimits(signal);
  const { alike, median } = await withinLimits(
    repository.needsOrders(rules, { workspaceId, now })
      ? repository.gatherWalking(workspaceId, rules, now, steps, limits)
      : Promise.all([
          repository.gatherAlike(workspaceId, rules, now, steps, limits),
          repository.medianSpend(workspaceId, rules, now, limits),
        ]).then(([alike, median]) => ({ alike, median })),
  );
  return {
    count: alike.reduce((sum, { n }) => sum + n, 0),
    spend: { ...spendBins(alike), median: median === null ? null : toMajorUnits(median) },
    countries: countryCounts(alike),
    recency: recencyBins(alike),
  };
}

/**
 * How many the rules and a saved audience have in common.
 * @throws AppError NOT_FOUND also for another workspace's audience; TIMED_OUT, CANCELLED
 */
export async function compareAudiences(
  caller: Caller,
  { rules, audienceId }: OverlapInput,
  signal?: AbortSignal,
): Promise<Overlap> {
  requirePermission(caller, 'audiences:read');
  const other = await requireAudience(caller.workspaceId, audienceId);
  const workspaceId = new ObjectId(caller.workspaceId);
  const now = new Date();
  const limits = liveLimits(signal);
  const countOf = (group: RuleGroup) => countMatching({ workspaceId, rules: group, now, ...limits });
  const [count, otherCount, both, total] = await withinLimits(
    Promise.all([
      countOf(rules),
      countOf(other.rules),
      countOf({ combinator: 'and', rules: [rules, other.rules] }),
      countCustomers(caller.workspaceId),
    ]),
  );
  return { count, other: { id: other.id, name: other.name, count: otherCount }, both, total };
}

/** The most conditions a funnel is made of: each doubles the ways in which customers can differ. */
const MAX_CONDITIONS = 30;
/** The most counts, where each figure is a question of its own. */
const MAX_COUNTS = 40;
/** Of those at once: some of the connections stay for others. */
const AT_ONCE = 3;

/**
 * What each condition of the rules does: how many it selects, how many are left after it, whom it keeps out. Conditions
 * on the customer alone are answered together in one pass; with conditions on single orders each figure is counted.
 * @throws AppError UNPROCESSABLE for too many conditions; TIMED_OUT, CANCELLED
 */
export async function explainFunnel(
  caller: Caller,
  { rules }: { rules: RuleGroup },
  signal?: AbortSignal,
): Promise<Funnel> {
  requirePermission(caller, 'audiences:read');
  const workspaceId = new ObjectId(caller.workspaceId);
  const now = new Date();
  const conditions = conditionsOf(rules);
  if (conditions.length > MAX_CONDITIONS) throw tooMany(conditions.length);
  const [{ currency }, snapshots] = await Promise.all([
    findWorkspace(caller.workspaceId),
    snapshotNames(caller.workspaceId, rules),
  ]);
  const wording = { currency, snapshots };
  if (!repository.needsOrders(rules, { workspaceId, now })) {
    const truths = await withinLimits(
      repository.countTruths(workspaceId, conditions, now, liveLimits(signal)),
    );
    return funnelOf(rules, countFromTruths(rules, truths), wording);
  }
  const trees = treesOfFunnel(rules);
  if (trees.size > MAX_COUNTS) throw tooMany(conditions.length);
  const counts = new Map<string, number>();
  const left = [...trees];
  const limits = liveLimits(signal);
  const countNext = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [key, tree] = next;
      counts.set(key, await countMatching({ workspaceId, rules: tree, now, ...limits }));
    }
  };
  await withinLimits(Promise.all(Array.from({ length: AT_ONCE }, countNext)));
  return funnelOf(rules, (tree) => counts.get(treeKey(tree)) ?? 0, wording);
}

const tooMany = (conditions: number): AppError =>
  new AppError(
    'UNPROCESSABLE',
    `This audience has ${conditions} conditions: too many to work out what each one does. That can be had for up to ${MAX_CONDITIONS}, or about 10 when some of them look at single orders.`,
  );
