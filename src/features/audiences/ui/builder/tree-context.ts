'use client';
import { createContext, type RefObject, useContext } from 'react';
import type { Problem } from './check-tree.ts';

interface TreeState {
  /** What is wrong with the condition at each place (see `placeOf`). */
  problems: ReadonlyMap<string, Problem>;
  /** After an attempt to save, what is still missing counts as wrong. */
  strict: boolean;
  /** Set when a condition is being added: it takes the focus as it appears. */
  adding: RefObject<boolean>;
}
export const TreeContext = createContext<TreeState>({
  problems: new Map(),
  strict: false,
  adding: { current: false },
});

/** The condition that controls stand in: its problem, and where that is written. */
export const ConditionContext = createContext<{ problem: Problem | undefined; messageId: string }>({
  problem: undefined,
  messageId: '',
});

/** What marks the control of `part` when the problem is there. */
export function useMark(part: string): { 'aria-invalid'?: true; 'aria-describedby'?: string } {
  const { strict } = useContext(TreeContext);
  const { problem, messageId } = useContext(ConditionContext);
  if (problem?.part !== part) return {};
  return {
    'aria-describedby': messageId,
    ...(strict || !problem.unfinished ? { 'aria-invalid': true as const } : {}),
  };
}

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
