import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treeArb } from '../../rules/testing/random-rules.ts';
import { MAX_DEPTH, MAX_RULES, rulesSchema } from '../../rules.schema.ts';
import { type BuilderGroup, isBuilderGroup, toBuilder, toRules } from './builder-rules.ts';
import { copyText, isCopied, pasteText } from './clipboard.ts';
import { advance, begin, redo, seal, typedAt, undo } from './history.ts';
import { type BuilderItem, countRules, depthOf, find, findGroup, whereOf, withIds } from './tree.ts';
import {
  duplicate,
  insert,
  join,
  move,
  moveTo,
  type Outcome,
  readingOrder,
  remove,
  unwrap,
  wrap,
} from './tree-ops.ts';

const rule = (name: string): BuilderItem => ({ id: name, field: 'name', operator: '=', value: name });
const group = (id: string, ...rules: BuilderItem[]): BuilderGroup => ({ id, combinator: 'and', rules });
const count = (id: string, where: BuilderGroup): BuilderItem => ({
  id,
  field: 'orders',
  operator: '=',
  value: { mode: 'atLeast', threshold: 1, where },
});
const amount = (id: string): BuilderItem => ({ id, field: 'amount', operator: '>', value: 5 });

/** The tree by ids: `root(a g(b c))`. */
function shape(item: BuilderItem): string {
  const where = whereOf(item);
  const inner = isBuilderGroup(item) ? item.rules : where ? [where] : null;
  return inner ? `${item.id}(${inner.map(shape).join(' ')})` : String(item.id);
}
const result = (outcome: Outcome): string => (outcome.ok ? shape(outcome.tree) : outcome.message);

const tree = group(
  'root',
  rule('a'),
  group('g', rule('b'), rule('c')),
  rule('d'),
  count('o', group('w', amount('x'))),
);

describe('moving', () => {
  it.each([
    ['d', 'up', 'root(a d g(b c) o(w(x)))'],
    ['a', 'down', 'root(g(b c) a d o(w(x)))'],
    ['d', 'in', 'root(a g(b c d) o(w(x)))'],
    ['a', 'in', 'root(g(a b c) d o(w(x)))'],
    ['b', 'out', 'root(a g(c) b d o(w(x)))'],
    ['g', 'down', 'root(a d g(b c) o(w(x)))'],
    ['a', 'up', 'This condition is the first of its group.'],
    ['o', 'down', 'This condition is the last of its group.'],
    ['o', 'in', 'There is no group right above or below this condition.'],
    ['g', 'out', 'This group is in no inner group.'],
    ['x', 'out', 'This condition is in no inner group.'],
  ] as const)('%s %s', (id, direction, expected) => {
    expect(result(move(tree, id, direction))).toBe(expected);
  });

  it.each([
    ['d', 'g', 1, 'root(a g(b d c) o(w(x)))'],
    ['a', 'root', 2, 'root(g(b c) a d o(w(x)))'],
    ['a', 'root', 1, 'root(a g(b c) d o(w(x)))'],
    ['g', 'g', 0, 'A group cannot be moved into itself.'],
    ['a', 'gone', 0, 'It is not there any more.'],
  ])('%s to %s at %s', (id, target, index, expected) => {
    expect(result(moveTo(tree, id, target, index))).toBe(expected);
  });

  it('keeps conditions on customers and on orders apart', () => {
    expect(result(moveTo(tree, 'a', 'w', 0))).toContain('cannot stand among conditions on orders');
    expect(result(moveTo(tree, 'x', 'root', 0))).toContain('can only stand inside');
    expect(result(wrap(tree, ['a', 'x']))).toContain('cannot be in one group');
  });
});

describe('the other things to do', () => {
  it('duplicates under new ids', () => {
    const outcome = duplicate(tree, 'g');
    expect(outcome.ok && countRules(outcome.tree)).toBe(countRules(tree) + 2);
    const ids = outcome.ok ? readingOrder(outcome.tree) : [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    [['d'], 'root(a g(b c) o(w(x)))', 'o'],
    [['b', 'c'], 'root(a g() d o(w(x)))', 'g'],
    [['g', 'b', 'o'], 'root(a d)', 'd'],
    [['x'], 'root(a g(b c) d o(w()))', 'w'],
  ])('removes %j and looks at what is next to it', (ids, expected, focus) => {
    const outcome = remove(tree, ids);
    expect(result(outcome)).toBe(expected);
    expect(outcome).toMatchObject({ focus });
  });

  it('puts what is selected into a group, and takes a group apart', () => {
    const wrapped = wrap(tree, ['d', 'a']);
    const id = wrapped.ok ? (wrapped.focus ?? '') : '';
    expect(result(wrapped)).toBe(`root(${id}(a d) g(b c) o(w(x)))`);
    expect(wrapped.ok && result(unwrap(wrapped.tree, id))).toBe('root(a d g(b c) o(w(x)))');
  });

  it('joins with other rules', () => {
    const both = join(tree, group('new', rule('n')), 'and');
    expect(result(both)).toBe('root(a g(b c) d o(w(x)) n)');
    const either = join(group('root', rule('a')), group('new', rule('n'), rule('m')), 'or');
    expect(either.ok && toRules(either.tree)).toMatchObject({
      combinator: 'or',
      rules: [{ value: 'a' }, { combinator: 'and', rules: [{ value: 'n' }, { value: 'm' }] }],
    });
    const empty = join(group('root'), group('new', rule('n')), 'or');
    expect(result(empty)).toBe('root(n)');
  });
});

describe('limits', () => {
  const deep = (levels: number): BuilderGroup =>
    levels === 1 ? group('bottom') : group(`l${levels}`, deep(levels - 1));

  it('refuses a level too many', () => {
    const full = deep(MAX_DEPTH);
    expect(result(wrap(group('root', full), [full.id ?? '']))).toContain('8 deep at most');
    expect(result(insert(full, 'bottom', [group('more', rule('a'))], 'customer', ''))).toContain('8 deep');
    expect(insert(full, 'bottom', [rule('a')], 'customer', '').ok).toBe(true);
    // The conditions on orders are a level of their own.
    expect(insert(full, 'bottom', [count('o', group('w'))], 'customer', '').ok).toBe(false);
  });

  it('refuses a condition too many, but not to move or remove one', () => {
    const full = group('root', ...Array.from({ length: MAX_RULES }, (_, i) => rule(`r${i}`)));
    expect(result(duplicate(full, 'r5'))).toContain('200 conditions at most');
    expect(move(full, 'r5', 'up').ok).toBe(true);
    expect(remove(full, ['r5']).ok).toBe(true);
  });
});

/** A random tree, an outcome of a random thing done with it, and whether that keeps all conditions. */
const builderArb = treeArb.map((random) => withIds(toBuilder(rulesSchema.parse(random))));
const doneArb = builderArb.chain((root) =>
  fc.record({
    root: fc.constant(root),
    picks: fc.array(fc.nat(), { minLength: 2, maxLength: 4 }),
    what: fc.constantFrom('up', 'down', 'in', 'out', 'to', 'wrap', 'unwrap', 'duplicate', 'remove'),
  }),
);
function perform({ root, picks, what }: { root: BuilderGroup; picks: number[]; what: string }): Outcome {
  const ids = readingOrder(root);
  if (ids.length === 0) return { ok: false, message: 'empty' };
  const pick = (i: number) => ids[(picks[i] ?? 0) % ids.length] ?? '';
  switch (what) {
    case 'to':
      return moveTo(root, pick(0), pick(1), picks[0] ?? 0);
    case 'wrap':
      return wrap(root, [pick(0), pick(1)]);
    case 'unwrap':
      return unwrap(root, pick(0));
    case 'duplicate':
      return duplicate(root, pick(0));
    case 'remove':
      return remove(root, [pick(0), pick(1)]);
    default:
      return move(root, pick(0), what as 'up');
  }
}
const conditions = (item: BuilderItem): string[] => {
  if (isBuilderGroup(item)) return item.rules.flatMap(conditions);
  const where = whereOf(item);
  const { value, ...rest } = item;
  return where
    ? [JSON.stringify({ ...rest, value: { ...(value as object), where: null } }), ...conditions(where)]
    : [JSON.stringify(item)];
};

describe('laws', () => {
  it('moving and grouping lose and invent no condition, and leave a tree within the limits', () => {
    fc.assert(
      fc.property(doneArb, (done) => {
        const outcome = perform(done);
        if (!outcome.ok) return;
        const before = conditions(done.root).toSorted();
        if (done.what !== 'duplicate' && done.what !== 'remove')
          expect(conditions(outcome.tree).toSorted()).toEqual(before);
        expect(depthOf(outcome.tree)).toBeLessThanOrEqual(Math.max(MAX_DEPTH, depthOf(done.root)));
        expect(rulesSchema.safeParse(toRules(outcome.tree)).success).toBe(true);
        const ids = readingOrder(outcome.tree);
        expect(new Set(ids).size).toBe(ids.length);
        const { focus } = outcome;
        expect(focus && (find(outcome.tree, focus) ?? findGroup(outcome.tree, focus))).toBeTruthy();
      }),
      { numRuns: 2_000 },
    );
  });

  it('undo restores every state, and redo brings each back', () => {
    fc.assert(
      fc.property(
        builderArb,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 12 }),
        (root, moves) => {
          const states = [root];
          let history = begin(root);
          for (const [a, b, c] of moves) {
            const whats = ['up', 'down', 'in', 'out', 'to', 'wrap', 'unwrap', 'duplicate', 'remove'];
            const outcome = perform({
              root: history.present,
              picks: [a, b],
              what: whats[c % whats.length] ?? 'up',
            });
            if (!outcome.ok) continue;
            history = advance(history, outcome.tree, outcome.message);
            if (history.present !== states.at(-1)) states.push(history.present);
          }
          for (const state of states.slice(0, -1).toReversed()) {
            history = undo(history).history;
            expect(history.present).toBe(state);
          }
          expect(undo(history).label).toBeNull();
          for (const state of states.slice(1)) {
            history = redo(history).history;
            expect(history.present).toBe(state);
          }
          expect(redo(history).label).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('what is copied is pasted as it was', () => {
    fc.assert(
      fc.property(builderArb, (root) => {
        if (root.rules.length === 0) return;
        const text = copyText([root], 'customer');
        expect(isCopied(text)).toBe(true);
        const pasted = pasteText(text);
        expect(pasted.ok && toRules({ combinator: 'and', rules: pasted.items })).toEqual(
          toRules({ combinator: 'and', rules: [root] }),
        );
      }),
    );
  });
});

describe('the clipboard', () => {
  it('takes rules as the API has them', () => {
    const one = { field: 'country', operator: '=', value: 'France' };
    for (const text of [
      one,
      [one],
      { rules: [one] },
      { combinator: 'and', rules: [one] },
      { rules: { combinator: 'and', rules: [one] } },
    ])
      expect(pasteText(JSON.stringify(text))).toEqual({ ok: true, kind: 'customer', items: [one] });
    const either = { combinator: 'or', rules: [one, one] };
    expect(pasteText(JSON.stringify(either))).toMatchObject({ ok: true, items: [either] });
  });

  it('takes conditions that are still being filled in', () => {
    const text = copyText([{ field: 'country', operator: '=', value: '' }], 'customer');
    expect(pasteText(text)).toMatchObject({ ok: true, items: [{ field: 'country', value: '' }] });
  });

  it('knows conditions on orders', () => {
    expect(pasteText(copyText([amount('x')], 'order'))).toMatchObject({ ok: true, kind: 'order' });
  });

  it.each([
    ['some text', 'holds no conditions'],
    ['{"a":1}', 'holds no conditions'],
    ['[]', 'holds no conditions'],
    ['[{"field":"shoe","operator":"=","value":1}]', 'There is no field “shoe”.'],
    ['[{"field":"country","operator":"$where","value":1}]', 'is not possible here'],
    ['[{"field":"totalSpend","operator":">","value":"lots"}]', 'Must be a number'],
    ['[{"field":"orders","match":{"mode":"atLeast","threshold":1}}]', 'holds no conditions'],
    [
      '[{"field":"amount","operator":">","value":1},{"field":"country","operator":"=","value":"x"}]',
      'There is no field',
    ],
  ])('refuses %s', (text, message) => {
    expect(pasteText(text)).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });
});

describe('typing', () => {
  const typed = (value: string) => group('root', rule('a'), { ...rule('b'), value } as BuilderItem);

  it('in one place is one step until it is sealed', () => {
    let history = begin(typed(''));
    for (const value of ['F', 'Fr', 'Fra']) {
      const next = typed(value);
      history = advance(history, next, 'Changed.', typedAt(history.present, next));
    }
    expect(history.past).toHaveLength(1);
    history = advance(seal(history), typed('Fran'), 'Changed.', '/rules/1/value');
    expect(history.past).toHaveLength(2);
    expect(undo(undo(history).history).history.present).toEqual(typed(''));
  });

  it('is known by its place', () => {
    expect(typedAt(typed('a'), typed('b'))).toBe(typedAt(typed('b'), typed('c')));
    expect(typedAt(typed('a'), group('root', rule('a')))).toBeNull();
    expect(typedAt({ a: true }, { a: false })).toBeNull();
    expect(typedAt({ a: 'x', b: 'x' }, { a: 'y', b: 'y' })).toBeNull();
  });
});
