import { type BuilderGroup, isBuilderGroup } from './builder-rules.ts';
import {
  type BuilderItem,
  beyondLimits,
  copied,
  editGroup,
  find,
  findGroup,
  holds,
  type Kind,
  newId,
  parentOf,
  type Spot,
  whereOf,
} from './tree.ts';

/**
 * What can be done with the builder's tree. Pure: a new tree comes back with the item to look at next and what is to be
 * said of it, or why it cannot be done.
 */
export type Outcome =
  | { ok: true; tree: BuilderGroup; focus: string | null; message: string }
  | { ok: false; message: string };

export type Direction = 'up' | 'down' | 'in' | 'out';

const no = (message: string): Outcome => ({ ok: false, message });
const GONE = 'It is not there any more.';

/** `after`, unless it is beyond what an audience may hold. */
function within(before: BuilderGroup, after: BuilderGroup, focus: string | null, message: string): Outcome {
  const reason = beyondLimits(after, before);
  return reason ? no(reason) : { ok: true, tree: after, focus, message };
}

export const nounOf = (item: BuilderItem): 'group' | 'condition' =>
  isBuilderGroup(item) ? 'group' : 'condition';
const named = (item: BuilderItem): string => (isBuilderGroup(item) ? 'Group' : 'Condition');

const inserted = (group: BuilderGroup, index: number, items: readonly BuilderItem[]): BuilderGroup => ({
  ...group,
  rules: group.rules.toSpliced(index, 0, ...items),
});

/** The tree without an item. */
const without = (tree: BuilderGroup, spot: Spot): BuilderGroup =>
  editGroup(tree, parentOf(spot).id ?? '', (group) => ({
    ...group,
    rules: group.rules.toSpliced(spot.index, 1),
  }));

/** Moves an item one place up or down, into the group beside it, or out of the group around it. */
export function move(tree: BuilderGroup, id: string, direction: Direction): Outcome {
  const spot = find(tree, id);
  if (!spot) return no(GONE);
  const { index, item, around } = spot;
  const group = parentOf(spot);
  const what = nounOf(item);
  const step = (to: number, group: BuilderGroup, message: string): Outcome =>
    moveTo(tree, id, group.id ?? '', to, message);
  switch (direction) {
    case 'up':
      return index === 0
        ? no(`This ${what} is the first of its group.`)
        : step(index - 1, group, `Moved up, now ${index} of ${group.rules.length}.`);
    case 'down':
      return index === group.rules.length - 1
        ? no(`This ${what} is the last of its group.`)
        : step(index + 2, group, `Moved down, now ${index + 2} of ${group.rules.length}.`);
    case 'in': {
      const above = group.rules[index - 1];
      if (above && isBuilderGroup(above))
        return step(above.rules.length, above, 'Moved into the group above.');
      const below = group.rules[index + 1];
      if (below && isBuilderGroup(below)) return step(0, below, 'Moved into the group below.');
      return no(`There is no group right above or below this ${what}.`);
    }
    case 'out': {
      const outer = around.at(-2);
      if (!outer) return no(`This ${what} is in no inner group.`);
      return step(outer.rules.indexOf(group) + 1, outer, 'Moved out of its group.');
    }
  }
}

/** Moves an item before the one at `index` of a group, as it was counted before the move. */
export function moveTo(
  tree: BuilderGroup,
  id: string,
  groupId: string,
  index: number,
  message?: string,
): Outcome {
  const spot = find(tree, id);
  const target = findGroup(tree, groupId);
  if (!spot || !target) return no(GONE);
  if (holds(spot.item, groupId)) return no('A group cannot be moved into itself.');
  if (target.kind !== spot.kind) return no(MIXED[spot.kind]);
  const same = parentOf(spot).id === groupId;
  const to = same && index > spot.index ? index - 1 : index;
  const moved = editGroup(without(tree, spot), groupId, (group) => inserted(group, to, [spot.item]));
  const place = `Moved, now ${to + 1} of ${findGroup(moved, groupId)?.group.rules.length} in its group.`;
  return within(tree, moved, id, message ?? place);
}

/** Why conditions of one kind cannot go where the other kind is. */
export const MIXED: Record<Kind, string> = {
  order: 'This is a condition on orders: it can only stand inside “Placed orders” or “Spent on orders”.',
  customer: 'This is a condition on the customer: it cannot stand among conditions on orders.',
};

/** A second one of an item, right below it. */
export function duplicate(tree: BuilderGroup, id: string): Outcome {
  const spot = find(tree, id);
  if (!spot) return no(GONE);
  const twin = copied(spot.item);
  const after = editGroup(tree, parentOf(spot).id ?? '', (group) => inserted(group, spot.index + 1, [twin]));
  return within(tree, after, twin.id ?? null, `${named(spot.item)} duplicated.`);
}

/** Takes items away; what stands next to the last of them is looked at next. */
export function remove(tree: BuilderGroup, ids: readonly string[]): Outcome {
  const spots = topmost(tree, ids);
  const last = spots.at(-1);
  if (!last) return no(GONE);
  let after = tree;
  for (const { item } of spots) {
    const now = find(after, item.id ?? '');
    if (now) after = without(after, now);
  }
  const group = findGroup(after, parentOf(last).id ?? '')?.group ?? after;
  const removedBefore = spots.filter((spot) => parentOf(spot).id === group.id).length - 1;
  const at = Math.min(last.index - removedBefore, group.rules.length - 1);
  const message = spots.length === 1 ? `${named(last.item)} removed.` : `${spots.length} items removed.`;
  return { ok: true, tree: after, focus: group.rules[at]?.id ?? group.id ?? null, message };
}

/** Puts items into a new group in the place of the first of them. */
export function wrap(tree: BuilderGroup, ids: readonly string[]): Outcome {
  const spots = topmost(tree, ids);
  const [first] = spots;
  if (!first) return no(GONE);
  if (spots.some((spot) => spot.kind !== first.kind || spot.owner?.id !== first.owner?.id))
    return no('Conditions on the customer and on orders cannot be in one group.');
  const group: BuilderGroup = { id: newId(), combinator: 'and', rules: spots.map(({ item }) => item) };
  let after = tree;
  for (const spot of spots.slice(1)) {
    const now = find(after, spot.item.id ?? '');
    if (now) after = without(after, now);
  }
  const place = find(after, first.item.id ?? '');
  if (!place) return no(GONE);
  after = editGroup(after, parentOf(place).id ?? '', (parent) => ({
    ...parent,
    rules: parent.rules.with(place.index, group),
  }));
  const count = spots.length === 1 ? nounOf(first.item) : `${spots.length} items`;
  return within(tree, after, group.id ?? null, `Put the ${count} into a new group.`);
}

/** Puts what is in a group in the group’s own place. */
export function unwrap(tree: BuilderGroup, id: string): Outcome {
  const spot = find(tree, id);
  if (!spot || !isBuilderGroup(spot.item)) return no(GONE);
  const { rules } = spot.item;
  const after = editGroup(tree, parentOf(spot).id ?? '', (parent) => ({
    ...parent,
    rules: parent.rules.toSpliced(spot.index, 1, ...rules),
  }));
  return within(tree, after, rules[0]?.id ?? parentOf(spot).id ?? null, 'Group taken apart.');
}

/** Puts items after an item, or at the end of a group. They get ids of their own. */
export function insert(
  tree: BuilderGroup,
  at: string,
  items: readonly BuilderItem[],
  kind: Kind,
  message: string,
): Outcome {
  const spot = find(tree, at);
  const target = spot && !isBuilderGroup(spot.item) ? null : findGroup(tree, at);
  const where = target?.kind ?? spot?.kind;
  if (!where) return no(GONE);
  if (where !== kind) return no(MIXED[kind]);
  const added = items.map((item) => copied(item));
  const after = target
    ? editGroup(tree, at, (group) => inserted(group, group.rules.length, added))
    : editGroup(tree, spot ? (parentOf(spot).id ?? '') : '', (group) =>
        inserted(group, (spot?.index ?? 0) + 1, added),
      );
  return within(tree, after, added[0]?.id ?? null, message);
}

/** Joins other rules with the present ones: both have to hold (`and`), or either (`or`). */
export function join(tree: BuilderGroup, added: BuilderGroup, combinator: 'and' | 'or'): Outcome {
  const sides = [tree, added].flatMap((side): BuilderItem[] =>
    side.rules.length === 0 && !side.not
      ? []
      : side.rules.length === 1 || side.combinator === combinator
        ? side.not
          ? [{ ...side, id: newId() }]
          : side.rules
        : [{ ...side, id: newId() }],
  );
  const after: BuilderGroup = { id: tree.id ?? newId(), combinator, rules: [...sides] };
  return within(tree, after, after.id ?? null, 'The rules were added.');
}

/** The spots of items that lie in none of the others, in the order they are read. */
export function topmost(tree: BuilderGroup, ids: readonly string[]): Spot[] {
  const spots = ids.map((id) => find(tree, id)).filter((spot) => spot !== null);
  const order = new Map(readingOrder(tree).map((id, i) => [id, i]));
  return spots
    .filter((spot) => !spots.some((other) => other !== spot && holds(other.item, spot.item.id ?? '')))
    .sort((a, b) => (order.get(a.item.id ?? '') ?? 0) - (order.get(b.item.id ?? '') ?? 0));
}

/** Ids of all items, from the top down. */
export function readingOrder(tree: BuilderGroup): string[] {
  return tree.rules.flatMap((item) => {
    const inner = isBuilderGroup(item) ? item : whereOf(item);
    return [...(item.id ? [item.id] : []), ...(inner ? readingOrder(inner) : [])];
  });
}
