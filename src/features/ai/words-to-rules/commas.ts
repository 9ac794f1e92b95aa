import { and, type Node, or } from './nodes.ts';

/** What stands between two commas; `inner` tells that it holds an “or” of its own. */
export interface Part {
  node: Node | null;
  inner: boolean;
}
/** What stands at a comma: the comma alone, or a word after it. */
export type Joined = 'and' | 'or' | ',';

/** Parts and what joins each to the next. “A or B, and C” is (A or B) and C: a comma sets apart. */
export function joinParts(parts: readonly Part[], joins: readonly Joined[]): Node | null {
  let kind: 'and' | 'or' | null = null;
  let group: Node[] = [];
  const first = parts[0];
  if (first?.node) group.push(first.node);
  for (const [i, joined] of joins.entries()) {
    const node = parts[i + 1]?.node;
    const meant = joined === ',' ? meaningOfComma(parts, joins, i) : joined;
    if (kind !== null && kind !== meant && group.length > 1)
      group = [kind === 'or' ? or(...group) : and(...group)];
    kind = meant;
    if (node) group.push(node);
  }
  if (group.length === 0) return null;
  return kind === 'or' ? or(...group) : and(...group);
}

/** A comma is what joins the end of its list: “A, B or C”, “A, B, and C”. Without a list it is “and”. */
function meaningOfComma(parts: readonly Part[], joins: readonly Joined[], at: number): 'and' | 'or' {
  const next = joins.slice(at).find((joined) => joined !== ',');
  if (next) return next;
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  return last?.inner && before.every((part) => !part.inner) ? 'or' : 'and';
}
