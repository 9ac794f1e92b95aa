import type { Clause } from './clause.ts';
import { readClause } from './clauses/all.ts';
import { and, type Node, not, or } from './nodes.ts';
import type { Period } from './period.ts';
import { phraseSet } from './phrases.ts';
import type { Sentence } from './sentence.ts';
import { joiners, negations } from './vocabulary.ts';

/** One value of a list, and how it is joined to the one before. */
interface Item {
  clause: Clause;
  joined: 'and' | 'or' | 'but' | ',';
  denied: boolean;
  /** Would be a condition by itself, too. */
  whole: boolean;
}

const denials = phraseSet('not|never|except|excluding|no|without|not in|not from');
const lead = phraseSet(
  'have|has|did|do|are|is|were|was|who|again|either|both|maybe|also|even|those|the ones|then',
);

/**
 * Goes on after a clause while values of its kind follow: “from France, Germany or Spain”, “over 100 or under 10”,
 * “in 2024 but not in 2025”. Such a list binds closer than any other “and” or “or”.
 */
export function readList(sentence: Sentence, first: Clause, denied: boolean): Clause {
  const items: Item[] = [{ clause: first, joined: 'and', denied: false, whole: true }];
  for (let last = first; last.again; ) {
    const next = nextItem(sentence, last);
    if (!next) break;
    items.push(next);
    last = next.clause.again
      ? next.clause
      : { ...next.clause, ...(first.again ? { again: first.again } : {}) };
  }
  // “big spenders, new customers or in Paris”: mere commas are left to the sentence, which knows how they are meant.
  const loose = !first.exclusive && items.every((item, i) => i === 0 || (item.joined === ',' && item.whole));
  const list = items.length === 1 || loose ? first : join(sentence, items, denied || first.denies === true);
  return first.denies ? { ...list, node: not(list.node), denies: false } : list;
}

function nextItem(sentence: Sentence, last: Clause): Item | null {
  const comma = sentence.is(last.end, ',');
  const joiner = sentence.find(comma ? last.end + 1 : last.end, joiners);
  if (!comma && !joiner) return null;
  const start = sentence.skip(joiner?.end ?? last.end + 1, lead);
  const denial = sentence.find(start, denials);
  if (denial && joiner?.value === 'or') return null;
  const clause = last.again?.(sentence, denial?.end ?? start);
  if (!clause || clause.end <= (denial?.end ?? start)) return null;
  // “average basket over 40 or at least 3 orders”: what says more by itself is no value of the list.
  const own = readClause(sentence, denial?.end ?? start);
  if (own && own.end > clause.end && own.kind !== last.kind) return null;
  if (!joiner && denial && !sentence.find(start, negations)) return null;
  return {
    clause,
    joined: joiner?.value ?? ',',
    denied: denial !== null,
    whole: own !== null && own.end >= clause.end,
  };
}

function join(sentence: Sentence, all: Item[], denied: boolean): Clause {
  const { items, assumptions: shared } = shareTime(sentence, all);
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) throw new Error('A list has at least one item');
  // In a list that is denied as a whole, “but” leads to what is not: “not in Germany but in France”.
  const isDenied = (item: Item) => (denied ? item.joined === 'but' && !item.denied : item.denied);
  const kept = items.filter((item) => !isDenied(item));
  const nodes = kept.map((item) => item.clause.node);
  const or_ = items.some((item) => item.joined === 'or');
  const either = or_ || (kept.every((item) => item.clause.exclusive) && !isAddress(kept)) || denied;
  const combine = (list: Node[]): Node => (either ? or(...list) : and(...list));
  const without = items.filter(isDenied).map((item) => not(item.clause.whenDenied ?? item.clause.node));
  const whole = (list: Node[]): Node =>
    without.length === 0
      ? combine(list)
      : denied
        ? or(combine(list), ...without)
        : and(combine(list), ...without);
  const waiting = items.every((item) => item.clause.inPeriod);
  const assumptions = [...items.flatMap((item) => item.clause.assumptions ?? []), ...shared];
  return {
    kind: first.clause.kind,
    end: last.clause.end,
    node: whole(nodes),
    ...(items.every((item) => item.clause.noun) ? { noun: true } : {}),
    ...(waiting
      ? {
          inPeriod: (period: Period) =>
            whole(kept.map((item) => item.clause.inPeriod?.(period) ?? item.clause.node)),
        }
      : {}),
    ...(first.clause.takesObject ? { takesObject: true } : {}),
    ...(assumptions.length > 0 ? { assumptions } : {}),
  };
}

/** “over 100 or under 10 in the last year”: a time at the end is that of all before it that have none. */
function shareTime(sentence: Sentence, items: Item[]): { items: Item[]; assumptions: string[] } {
  const last = items.at(-1)?.clause;
  const period = last?.period;
  const open = items.filter((item) => !item.denied && item.clause.inPeriod);
  if (!last || !period || open.length === 0 || items.at(-1)?.denied) return { items, assumptions: [] };
  const start = (items.at(-2)?.clause.end ?? 0) + 1;
  // “3 orders or 2 orders over 50 in May”: a condition of its own keeps its time for itself; “once or twice in May” shares it.
  const times = sentence.tokens.slice(start, last.end).some((token) => token.text === 'times');
  if (items.at(-1)?.whole && !times) return { items, assumptions: [] };
  return {
    items: items.map((item) =>
      open.includes(item) && item.clause.inPeriod
        ? { ...item, clause: { ...item.clause, node: item.clause.inPeriod(period) } }
        : item,
    ),
    assumptions: [
      `The time in “${sentence.written(start, last.end)}” was read as meant for what stands before, too.`,
    ],
  };
}

/** “Paris, France” is one place, in the other. */
function isAddress(items: Item[]): boolean {
  const [city, country] = items;
  const fieldOf = (item: Item | undefined) =>
    item && 'field' in item.clause.node ? item.clause.node.field : null;
  return (
    items.length === 2 &&
    country?.joined === ',' &&
    fieldOf(city) === 'city' &&
    fieldOf(country) === 'country'
  );
}
