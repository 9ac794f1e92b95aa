import { MAX_DEPTH, MAX_RULES } from '../../rules.schema.ts';
import {
  type BuilderGroup,
  type BuilderRule,
  isBuilderGroup,
  ORDER_COUNT_FIELD,
  ORDER_SUM_FIELD,
  type OrderCountValue,
  type OrderSumValue,
} from './builder-rules.ts';

/** Reading the builder's tree: where things lie, how deep it goes. Items are known by their ids. */

export type BuilderItem = BuilderRule | BuilderGroup;

/** Conditions on the customer, or on one order: the two have different fields and do not mix. */
export type Kind = 'customer' | 'order';

/** The conditions on orders inside a condition, if it has such. */
export function whereOf(item: BuilderItem): BuilderGroup | null {
  if (isBuilderGroup(item)) return null;
  return item.field === ORDER_COUNT_FIELD || item.field === ORDER_SUM_FIELD
    ? (item.value as OrderCountValue | OrderSumValue).where
    : null;
}

export const withWhere = (rule: BuilderRule, where: BuilderGroup): BuilderRule => ({
  ...rule,
  value: { ...(rule.value as OrderCountValue | OrderSumValue), where },
});

let made = 0;
/** An id no other item of this page has. */
export const newId = (): string => {
  made += 1;
  return `i${made.toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
};

/** The same tree with an id on every item that has none; the very same one when all have theirs. */
export function withIds(group: BuilderGroup): BuilderGroup {
  const rules = kept(group.rules, (item): BuilderItem => {
    if (isBuilderGroup(item)) return withIds(item);
    const rule: BuilderRule = item.id ? item : { ...item, id: newId() };
    const where = whereOf(rule);
    const named = where && withIds(where);
    return where === named || !named ? rule : withWhere(rule, named);
  });
  if (group.id && rules === group.rules) return group;
  return { ...group, id: group.id ?? newId(), rules };
}

/** The same item under new ids, for a second one of it. */
export function copied(item: BuilderItem): BuilderItem {
  if (isBuilderGroup(item)) return copiedGroup(item);
  const rule: BuilderRule = { ...item, id: newId() };
  const where = whereOf(rule);
  return where ? withWhere(rule, copiedGroup(where)) : rule;
}

const copiedGroup = (group: BuilderGroup): BuilderGroup => ({
  ...group,
  id: newId(),
  rules: group.rules.map(copied),
});

/** Maps a list and gives the very list back when nothing in it changed. */
export function kept<T>(list: readonly T[], map: (item: T, i: number) => T): T[] {
  const mapped = list.map(map);
  return mapped.every((item, i) => item === list[i]) ? (list as T[]) : mapped;
}

/** Where an item lies. */
export interface Spot {
  item: BuilderItem;
  /** The groups around it, outermost first; of an order condition's item only those inside that condition. */
  around: readonly [BuilderGroup, ...BuilderGroup[]];
  index: number;
  kind: Kind;
  /** The condition whose orders it is about. */
  owner: BuilderRule | null;
}

export const parentOf = (spot: Spot): BuilderGroup => spot.around.at(-1) ?? spot.around[0];

export function find(tree: BuilderGroup, id: string): Spot | null {
  return search([tree], id, 'customer', null);
}

function search(
  around: readonly [BuilderGroup, ...BuilderGroup[]],
  id: string,
  kind: Kind,
  owner: BuilderRule | null,
): Spot | null {
  for (const [index, item] of (around.at(-1) ?? around[0]).rules.entries()) {
    if (item.id === id) return { item, around, index, kind, owner };
    const where = whereOf(item);
    const found = isBuilderGroup(item)
      ? search([...around, item], id, kind, owner)
      : where && search([where], id, 'order', item);
    if (found) return found;
  }
  return null;
}

/** A group by its id, the outermost and those of order conditions too, with the kind of conditions it holds. */
export function findGroup(
  group: BuilderGroup,
  id: string,
  kind: Kind = 'customer',
): { group: BuilderGroup; kind: Kind } | null {
  if (group.id === id) return { group, kind };
  for (const item of group.rules) {
    const where = whereOf(item);
    const found = isBuilderGroup(item) ? findGroup(item, id, kind) : where && findGroup(where, id, 'order');
    if (found) return found;
  }
  return null;
}

/** The tree with the group of that id changed. */
export function editGroup(
  group: BuilderGroup,
  id: string,
  edit: (group: BuilderGroup) => BuilderGroup,
): BuilderGroup {
  if (group.id === id) return edit(group);
  const rules = kept(group.rules, (item) => {
    if (isBuilderGroup(item)) return editGroup(item, id, edit);
    const where = whereOf(item);
    const edited = where && editGroup(where, id, edit);
    return edited && edited !== where ? withWhere(item, edited) : item;
  });
  return rules === group.rules ? group : { ...group, rules };
}

/** The tree with the item of that id changed. */
export function editItem(
  group: BuilderGroup,
  id: string,
  edit: (item: BuilderItem) => BuilderItem,
): BuilderGroup {
  const rules = kept(group.rules, (item) => {
    if (item.id === id) return edit(item);
    if (isBuilderGroup(item)) return editItem(item, id, edit);
    const where = whereOf(item);
    const edited = where && editItem(where, id, edit);
    return edited && edited !== where ? withWhere(item, edited) : item;
  });
  return rules === group.rules ? group : { ...group, rules };
}

/** Whether `id` is the item itself or lies inside it. */
export const holds = (item: BuilderItem, id: string): boolean => {
  if (item.id === id) return true;
  if (isBuilderGroup(item)) return item.rules.some((inner) => holds(inner, id));
  const where = whereOf(item);
  return where !== null && holds(where, id);
};

/** How many conditions there are, those on orders included. */
export const countRules = (group: BuilderGroup): number =>
  group.rules.reduce((sum, item) => {
    const where = whereOf(item);
    return sum + (isBuilderGroup(item) ? countRules(item) : 1 + (where ? countRules(where) : 0));
  }, 0);

/** How many groups lie in each other at most, the outermost included. */
export const depthOf = (group: BuilderGroup): number =>
  1 +
  group.rules.reduce((deepest, item) => {
    const where = whereOf(item);
    const depth = isBuilderGroup(item) ? depthOf(item) : where ? whereDepth(item, where) : 0;
    return Math.max(deepest, depth);
  }, 0);

/** Of a sum over all orders no conditions are stored, so its empty group is no level. */
const whereDepth = (rule: BuilderRule, where: BuilderGroup): number =>
  rule.field === ORDER_SUM_FIELD && where.rules.length === 0 && !where.not ? 0 : depthOf(where);

/** Why a tree is more than an audience may hold, or null. What was too large before may stay so, but not grow. */
export function beyondLimits(after: BuilderGroup, before: BuilderGroup): string | null {
  const depth = depthOf(after);
  if (depth > MAX_DEPTH && depth > depthOf(before))
    return `Groups may be nested ${MAX_DEPTH} deep at most, and this would be ${depth} deep.`;
  const rules = countRules(after);
  if (rules > MAX_RULES && rules > countRules(before))
    return `An audience may have ${MAX_RULES} conditions at most, and this would make ${rules}.`;
  return null;
}
