'use client';
import { useMemo, useRef, useState } from 'react';
import type { RuleGroup } from '../../rules.schema.ts';
import {
  type BuilderGroup,
  type BuilderRule,
  defaultOperator,
  defaultValue,
  toBuilder,
} from './builder-rules.ts';
import { copyText, pasteText } from './clipboard.ts';
import { advance, begin, type History, redo, seal, typedAt, undo } from './history.ts';
import { createStore, type Store } from './store.ts';
import { type BuilderItem, editGroup, editItem, find, findGroup, newId, parentOf, withIds } from './tree.ts';
import * as ops from './tree-ops.ts';

/** What stands beside the undo buttons: what was just done, or why it could not be. */
export interface Said {
  text: string;
  refused: boolean;
}

/** What the focus goes to once the tree has been drawn anew. */
export interface FocusWish {
  id: string;
  part: 'handle' | 'field';
}

/** Everything that can be done in the builder. The functions stay the same as long as the form is open. */
export interface BuilderActions {
  /** Changes parts of a condition. */
  patch(id: string, change: Partial<Omit<BuilderRule, 'id'>>): void;
  /** Sets how a group joins what is in it. */
  join(id: string, change: Pick<BuilderGroup, 'combinator'> & { not: boolean }): void;
  add(groupId: string, what: 'condition' | 'group', field: string): void;
  move(id: string, direction: ops.Direction): void;
  /** Puts a dragged item beside another, or into a group. */
  drop(id: string, target: string, edge: DropEdge): void;
  duplicate(id: string): void;
  remove(id: string): void;
  wrap(id: string): void;
  unwrap(id: string): void;
  select(id: string): void;
  clearSelection(): void;
  /** The text that stands for a condition or group (or all selected with it); null when it is gone. */
  copied(id: string): string | null;
  /** Puts what the text stands for after a condition, or into a group. */
  paste(at: string, text: string): void;
  undo(): void;
  redo(): void;
  /** What is typed from now on is a step of its own. */
  seal(): void;
  /** Other rules in place of the present ones, or joined with them. Says whether that was possible. */
  use(rules: RuleGroup, how: 'replace' | 'and' | 'or'): boolean;
  /** The tree as it is at this moment, drawn or not yet. */
  current(): BuilderGroup;
  say(text: string, refused?: boolean): void;
}

export interface Builder {
  tree: BuilderGroup;
  canUndo: boolean;
  canRedo: boolean;
  actions: BuilderActions;
  selection: Store<ReadonlySet<string>>;
  said: Store<Said>;
  focus: { current: FocusWish | null };
}

/** Where something is dropped: beside an item, or at an end of a group. */
export type DropEdge = 'before' | 'after' | 'first' | 'last';

const ROOT = 'root';
const NONE: ReadonlySet<string> = new Set();

/** Ids tell conditions apart while they move; the outermost is the same on server and page. */
export const prepared = (rules: RuleGroup): BuilderGroup => withIds({ ...toBuilder(rules), id: ROOT });

/** The builder's state: the tree with its steps, what is selected, and what can be done with them. */
export function useBuilder(initial: RuleGroup): Builder {
  const [history, setHistory] = useState(() => begin(prepared(initial)));
  const latest = useRef(history);
  const focus = useRef<FocusWish | null>(null);
  const [stores] = useState(() => ({
    selection: createStore(NONE),
    said: createStore<Said>({ text: '', refused: false }),
  }));
  const actions = useMemo(() => {
    const put = (next: History<BuilderGroup>) => {
      latest.current = next;
      setHistory(next);
    };
    return createActions({ ...stores, focus, read: () => latest.current, put });
  }, [stores]);
  return {
    tree: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    actions,
    focus,
    ...stores,
  };
}

interface Parts {
  selection: Store<ReadonlySet<string>>;
  said: Store<Said>;
  focus: { current: FocusWish | null };
  read(): History<BuilderGroup>;
  put(history: History<BuilderGroup>): void;
}

function createActions({ selection, said, focus, read, put }: Parts): BuilderActions {
  const tree = () => read().present;
  const say = (text: string, refused = false) => said.set({ text, refused });
  const change = (next: BuilderGroup, label: string) => {
    const named = withIds(next);
    put(advance(read(), named, label, typedAt(tree(), named)));
  };
  const settle = (outcome: ops.Outcome, part: FocusWish['part'] = 'handle'): boolean => {
    if (!outcome.ok) {
      say(outcome.message, true);
      return false;
    }
    if (outcome.focus) focus.current = { id: outcome.focus, part };
    put(advance(seal(read()), withIds(outcome.tree), outcome.message));
    say(outcome.message);
    return true;
  };
  /** An item, or everything selected when it is one of them. */
  const meant = (id: string): string[] => {
    const chosen = selection.get();
    return chosen.has(id) && chosen.size > 1 ? [...chosen] : [id];
  };
  const step = (taken: { history: History<BuilderGroup>; label: string | null }, word: string) => {
    if (taken.label === null) return say(`Nothing to ${word.toLowerCase()}.`, true);
    put(taken.history);
    say(`${word === 'Undo' ? 'Undone' : 'Done again'}: ${taken.label}`);
  };
  return {
    say,
    current: tree,
    patch: (id, changes) =>
      change(
        editItem(tree(), id, (item) => ({ ...item, ...changes }) as BuilderItem),
        'Condition changed.',
      ),
    join: (id, { combinator, not }) =>
      change(
        editGroup(tree(), id, (group) => ({ ...group, combinator, not })),
        'Group changed.',
      ),
    add(groupId, what, field) {
      const rule = newRule(field);
      const item: BuilderItem =
        what === 'condition' ? rule : { id: newId(), combinator: 'and', rules: [rule] };
      const kind = findGroup(tree(), groupId)?.kind ?? 'customer';
      const message = what === 'condition' ? 'Condition added.' : 'Group added.';
      const outcome = ops.insert(tree(), groupId, [item], kind, message);
      const added = outcome.ok && outcome.focus ? find(outcome.tree, outcome.focus)?.item : null;
      const first = added && 'rules' in added ? added.rules[0]?.id : added?.id;
      settle(outcome.ok && first ? { ...outcome, focus: first } : outcome, 'field');
    },
    move: (id, direction) => settle(ops.move(tree(), id, direction)),
    drop(id, target, edge) {
      const spot = find(tree(), id);
      const place = dropPlace(tree(), target, edge);
      if (!spot || !place) return;
      const stays = parentOf(spot).id === place.groupId;
      if (stays && (place.index === spot.index || place.index === spot.index + 1)) return;
      settle(ops.moveTo(tree(), id, place.groupId, place.index));
    },
    duplicate: (id) => settle(ops.duplicate(tree(), id)),
    remove(id) {
      settle(ops.remove(tree(), meant(id)));
      selection.set(NONE);
    },
    wrap(id) {
      if (settle(ops.wrap(tree(), meant(id)))) selection.set(NONE);
    },
    unwrap: (id) => settle(ops.unwrap(tree(), id)),
    select(id) {
      const next = new Set(selection.get());
      if (!next.delete(id)) next.add(id);
      selection.set(next);
      say(next.size === 0 ? 'Nothing is selected.' : `${next.size} selected.`);
    },
    clearSelection: () => selection.set(NONE),
    copied(id) {
      const spots = ops.topmost(tree(), meant(id));
      const [first] = spots;
      if (!first) {
        const whole = findGroup(tree(), id);
        return whole ? copyText(whole.group.rules, whole.kind) : null;
      }
      return copyText(
        spots.map(({ item }) => item),
        first.kind,
      );
    },
    paste(at, text) {
      const pasted = pasteText(text);
      if (!pasted.ok) return say(pasted.message, true);
      const count = pasted.items.length;
      const message = count === 1 ? 'Pasted.' : `${count} items pasted.`;
      settle(ops.insert(tree(), at, pasted.items, pasted.kind, message));
    },
    undo: () => step(undo(read()), 'Undo'),
    redo: () => step(redo(read()), 'Redo'),
    seal: () => {
      const sealed = seal(read());
      if (sealed !== read()) put(sealed);
    },
    use(rules, how) {
      const given = prepared(rules);
      const outcome: ops.Outcome =
        how === 'replace'
          ? { ok: true, tree: given, focus: ROOT, message: 'The rules were replaced.' }
          : ops.join(tree(), { ...given, id: newId() }, how);
      return settle(outcome);
    },
  };
}

function dropPlace(tree: BuilderGroup, target: string, edge: DropEdge) {
  if (edge === 'first' || edge === 'last') {
    const group = findGroup(tree, target)?.group;
    return group && { groupId: target, index: edge === 'first' ? 0 : group.rules.length };
  }
  const spot = find(tree, target);
  return spot && { groupId: parentOf(spot).id ?? '', index: spot.index + (edge === 'after' ? 1 : 0) };
}

export const newRule = (field: string): BuilderRule => ({
  id: newId(),
  field,
  operator: defaultOperator(field),
  value: defaultValue(field),
});
