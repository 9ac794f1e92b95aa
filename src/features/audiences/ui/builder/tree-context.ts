'use client';
import { createContext, useContext } from 'react';
import type { AttributeTypes, FieldOptions } from './builder-rules.ts';
import type { Problem } from './check-tree.ts';
import { createStore, type Store, useStore } from './store.ts';
import type { BuilderActions } from './use-builder.ts';

/** What conditions and groups share. It stays the same while the tree changes, so a change draws little. */
export interface TreeState {
  actions: BuilderActions;
  /** What is wrong with the condition at each place (see `placeOf`). */
  problems: Store<ReadonlyMap<string, Problem>>;
  selection: Store<ReadonlySet<string>>;
  /** After an attempt to save, what is still missing counts as wrong everywhere. */
  strict: Store<boolean>;
}
export const TreeContext = createContext<TreeState | null>(null);

export function useTree(): TreeState {
  const state = useContext(TreeContext);
  if (!state) throw new Error('A part of the rule builder stands outside of it.');
  return state;
}

/** What the workspace has to choose from. */
export interface Choices {
  fields: FieldOptions[];
  attributes: AttributeTypes;
  /** Values in use of a field, most used first; null where none are offered. */
  valuesOf(field: string): readonly Choice[] | null;
  snapshots: ReadonlyMap<string, string>;
  currency: string;
}
export interface Choice {
  value: string;
  label: string;
}
export const ChoicesContext = createContext<Choices>({
  fields: [],
  attributes: new Map(),
  valuesOf: () => null,
  snapshots: new Map(),
  currency: 'GBP',
});

/** The condition that controls stand in: its problem while it is to be shown, and where that is written. */
export const ConditionContext = createContext<{ problem: Problem | null; messageId: string }>({
  problem: null,
  messageId: '',
});

const NO_PROBLEMS = createStore<ReadonlyMap<string, Problem>>(new Map());
const NOT_STRICT = createStore(false);

export function useProblem(place: string): { problem: Problem | null; strict: boolean } {
  const tree = useContext(TreeContext);
  const key = useStore(tree?.problems ?? NO_PROBLEMS, (problems) => {
    const found = problems.get(place);
    // As text, so that the same problem found anew draws nothing anew.
    return found ? JSON.stringify(found) : null;
  });
  const strict = useStore(tree?.strict ?? NOT_STRICT, (value) => value);
  return { problem: key === null ? null : (JSON.parse(key) as Problem), strict };
}

/** What marks the control of `part`: that it is wrong and where the reason is written. */
export function useMark(part: string): {
  'data-part': string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
} {
  const { problem, messageId } = useContext(ConditionContext);
  return {
    'data-part': part,
    ...(problem?.part === part ? { 'aria-invalid': true as const, 'aria-describedby': messageId } : {}),
  };
}

/** What a tree hands to its parts: its place in the whole rule, and what a new condition begins with. */
export interface PartContext {
  prefix: string;
  firstField: string;
}
export const partContext = (context: unknown): PartContext => context as PartContext;

/** A condition's or group's name by its place: “Condition 2.1”, inside order conditions “Order condition 1 of 2.1”. */
export function nameOf(kind: 'condition' | 'group', prefix: string, path: readonly number[]): string {
  const owner = prefix
    .split('/')
    .filter(Boolean)
    .map((place) => place.split('-').map((i) => Number(i) + 1))
    .map((place) => place.join('.'))
    .join(', ');
  const number = path.map((i) => i + 1).join('.');
  if (number === '') return owner ? `Order conditions of ${owner}` : 'All conditions';
  const word = owner ? `Order ${kind}` : kind === 'group' ? 'Group' : 'Condition';
  return owner ? `${word} ${number} of ${owner}` : `${word} ${number}`;
}
