import type { KnownAttribute } from '../../words-context.ts';
import type { Clause, ClauseReader } from '../clause.ts';
import { type Comparison, readComparison, readTrailing } from '../comparisons.ts';
import type { Name } from '../names.ts';
import { and, compared, type Node, or, rule } from '../nodes.ts';
import { readPeriod } from '../periods.ts';
import { phraseSet, phrases } from '../phrases.ts';
import type { Read, Sentence } from '../sentence.ts';
import { plain } from '../tokens.ts';
import { readPresence, readText, readTextOperator } from '../values.ts';
import { isSmallWord, people } from '../vocabulary.ts';

// The workspace's own attributes, by key (“loyalty points over 500”) or by value (“gold members”).

type Value = Extract<Name, { kind: 'value' }>;

const small = phraseSet(`
  opted in to|opted into|opt in to|signed up for|consented to|agreed to|the|a|an|of|in the|in|on the|on|with|our|with a|with the|who are|are|is|either|both|as|whose|
  their|has|have|hold|holds|having|from the|at|any|collected|earned|with an|given|gave|gave us|
  granted|has given|who have|an active|a valid`);
const links = phraseSet(`
  is|=|==|:|are|of|in|equals|set to|being|was|one of|either|is in|equal to|is one of|has|the|
  balance|total|score|count|value|level|with|number|as|is equal to|group|status`);
const units = phraseSet('years old|years|points|year olds|yrs|yo|years of age|year old|y o|in total');
const truth = phrases({
  'yes|true|on|given|granted|enabled|1|y|confirmed|active': true,
  'no|false|off|not given|not granted|disabled|0|n|not true|denied|refused|withheld|is not true|not yes': false,
});

export const readAttribute: ClauseReader = (sentence, at) =>
  readAge(sentence, at) ??
  readKeyFirst(sentence, at) ??
  readFigureFirst(sentence, at) ??
  readValue(sentence, at);

/** Keys that are also the name of something every customer has: that is meant. */
const reserved = new Set(
  'name email phone country city tags tag orders order spend spent purchases customer segment'.split(' '),
);

const field = ({ key }: KnownAttribute): string => `attributes.${key}`;

/** “loyalty points over 500”, “tier is gold”, “marketing consent”, “no tier set”. */
function readKeyFirst(sentence: Sentence, at: number): Clause | null {
  const name =
    sentence.names.find('attribute', sentence.skip(at, small), sentence) ??
    sentence.names.find('attribute', at, sentence);
  if (!name || reserved.has(plain(name.value.attribute.key))) return null;
  const { attribute } = name.value;
  const one = name.end - 1;
  if (
    isSmallWord(sentence, one) &&
    one === sentence.skip(at, small) &&
    !sentence.is(name.end, '=', ':', 'is')
  )
    return null;
  const start = sentence.skip(name.end, links);
  switch (attribute.type) {
    case 'number': {
      const comparison = readComparison(sentence, name.end) ?? readComparison(sentence, start);
      if (comparison) return numberClause(sentence, attribute, comparison);
      break;
    }
    case 'boolean': {
      const said = sentence.find(start, truth) ?? sentence.find(name.end, truth);
      const node = rule(field(attribute), said?.value === false ? '!=' : '=', true);
      return { kind: 'attribute', end: said?.end ?? name.end, node };
    }
    case 'date':
      return readDate(sentence, attribute, name.end);
    case 'text':
      break;
  }
  return readTextValue(sentence, attribute, name.end, start) ?? readKnown(sentence, attribute, name.end, at);
}

/** “tier is set”; “without a tier” where the denial stands before. */
function readKnown(sentence: Sentence, attribute: KnownAttribute, end: number, at: number): Clause | null {
  const known = readPresence(sentence, end);
  if (known) return { kind: 'attribute', end: known.end, node: rule(field(attribute), known.value, null) };
  const owned =
    sentence.is(at - 1, 'no', 'without', 'with', 'have', 'has', 'a', 'an', 'any', 'not') ||
    sentence.is(at, 'with', 'have', 'has', 'a', 'an', 'any');
  return owned ? { kind: 'attribute', end, node: rule(field(attribute), 'notNull', null) } : null;
}

function readTextValue(
  sentence: Sentence,
  attribute: KnownAttribute,
  end: number,
  start: number,
): Clause | null {
  const operator = readTextOperator(sentence, end);
  const partly =
    operator && operator.value !== '=' && operator.value !== '!=' && operator.value !== 'contains';
  const place = partly || operator?.value === '!=' ? sentence.skip(operator.end, small) : start;
  if (!partly) {
    const value = valueAt(sentence, attribute, place);
    if (value) {
      const clause = valueClause(value.value, value.end, attribute, true);
      return operator?.value === '!='
        ? { ...clause, node: rule(field(attribute), '!=', value.value.value), exclusive: false }
        : clause;
    }
  }
  if (readPresence(sentence, end) || !operator) return null;
  const text = readText(sentence, place);
  return (
    text && { kind: 'attribute', end: text.end, node: rule(field(attribute), operator.value, text.value) }
  );
}

/** A known value of this attribute, or a quoted text. */
function valueAt(sentence: Sentence, attribute: KnownAttribute, at: number): Read<Value> | null {
  const named = sentence.names.find('value', at, sentence);
  if (named && named.value.attribute === attribute) return named;
  const token = sentence.tokens[at];
  const quoted =
    token?.kind === 'quote'
      ? attribute.values?.find((value) => plain(value) === plain(token.text))
      : undefined;
  return quoted === undefined ? null : { value: { kind: 'value', attribute, value: quoted }, end: at + 1 };
}

/** “gold status” */
const ranks = phraseSet('status|level|group|category|class|plan|band|rank');
/** “gold members”, “the bronze tier”, “women”. */
function readValue(sentence: Sentence, at: number): Clause | null {
  const start = sentence.skip(at, small);
  const value = sentence.names.find('value', start, sentence);
  if (!value || (value.end === start + 1 && isSmallWord(sentence, start))) return null;
  const key = sentence.names.find('attribute', value.end, sentence);
  const end = key && key.value.attribute === value.value.attribute ? key.end : value.end;
  const rank = sentence.find(end, ranks)?.end ?? end;
  return { ...valueClause(value.value, rank, value.value.attribute, end > value.end), noun: true };
}

const valueClause = (value: Value, end: number, attribute: KnownAttribute, keyed: boolean): Clause => ({
  kind: 'attribute',
  end,
  node: rule(field(attribute), '=', value.value),
  exclusive: true,
  again: (s, at) => {
    const start = s.skip(at, small);
    const next = valueAt(s, attribute, start);
    if (!next) return null;
    const key = s.names.find('attribute', next.end, s);
    const stop = key && key.value.attribute === attribute ? key.end : next.end;
    return valueClause(next.value, stop, attribute, keyed);
  },
});

const holding = phraseSet('with|have|has|hold|holds|holding|having|who|saved|collected|earned|got|own|a');
/** “fewer than 100 loyalty points”. */
function readFigureFirst(sentence: Sentence, at: number): Clause | null {
  const start = sentence.skip(at, holding);
  const comparison = readComparison(sentence, start) ?? readComparison(sentence, at);
  const name = comparison && sentence.names.find('attribute', comparison.end, sentence);
  if (!comparison || !name || name.value.attribute.type !== 'number') return null;
  // “500 loyalty points or more”
  const tail = comparison.value.stated ? null : readTrailing(sentence, name.end);
  const value = tail ? { ...comparison.value, operator: tail.value, stated: true } : comparison.value;
  return numberClause(sentence, name.value.attribute, { value, end: tail?.end ?? name.end });
}

function numberClause(
  sentence: Sentence,
  attribute: KnownAttribute,
  { value, end }: Read<Comparison>,
): Clause {
  const close = sentence.find(end, units)?.end ?? end;
  return {
    kind: 'attribute',
    end: close,
    node: compared(field(attribute), value),
    again: (s, at) => {
      const next = readComparison(s, at);
      return next?.value.stated && !next.value.money ? numberClause(s, attribute, next) : null;
    },
    ...(value.assumption ? { assumptions: [value.assumption] } : {}),
  };
}

const agedWords = phraseSet(`
  aged|age|ages|aged from|aged between|who are aged|in the age range|ages between|age range|
  age group|aging`);
const yearsOld = phraseSet('s|years old|year olds|years of age|year old|yo|y o|yrs old|of age');
/** “aged 30 to 45”, “under 25 years old”, “over 40s”, where the workspace knows ages. */
function readAge(sentence: Sentence, at: number): Clause | null {
  const attribute = sentence.context.attributes.find(
    ({ key, type }) => type === 'number' && plain(key) === 'age',
  );
  if (!attribute) return null;
  const lead = sentence.find(at, agedWords);
  const old = sentence.is(at, 'older', 'younger') || (lead === null && afterPeople(sentence, at));
  const said = lead && sentence.is(lead.end - 1, 'between', 'from') ? lead.end - 1 : lead?.end;
  const comparison = readComparison(sentence, said ?? at);
  if (!comparison || comparison.value.money) return null;
  const unit = sentence.find(comparison.end, yearsOld);
  if (!lead && !unit && !(old && plausibleAge(comparison.value))) return null;
  const guessed = !lead && !unit && !sentence.is(at, 'older', 'younger');
  const assumption = `“${sentence.written(at, comparison.end)}” was read as age.`;
  const clause = numberClause(sentence, attribute, { ...comparison, end: unit?.end ?? comparison.end });
  return guessed ? { ...clause, assumptions: [...(clause.assumptions ?? []), assumption] } : clause;
}

/** “women over 40”: a figure right after people that could be an age. */
const afterPeople = (sentence: Sentence, at: number): boolean =>
  at > 0 &&
  (sentence.find(at - 1, people)?.end === at ||
    sentence.names.find('value', at - 1, sentence)?.end === at ||
    sentence.names.find('place', at - 1, sentence)?.end === at);

const plausibleAge = ({ values, stated }: Comparison): boolean =>
  stated && values.every((value) => value >= 10 && value <= 110);

const dateLinks = phraseSet('is|was|date|on|falls');
/** Dates of attributes are ISO texts, compared as such; a day of every year (“birthday in May”) is no condition. */
function readDate(sentence: Sentence, attribute: KnownAttribute, end: number): Clause | null {
  const known = readPresence(sentence, end);
  const period = readPeriod(sentence, sentence.skip(end, dateLinks), true);
  if (period) {
    const { value } = period;
    if (value.kind !== 'dates' || !/\d{4}/.test(sentence.written(end, period.end))) return null;
    const parts: Node[] = [];
    if (value.from) parts.push(rule(field(attribute), '>=', value.from.toISOString().slice(0, 10)));
    if (value.until) parts.push(rule(field(attribute), '<', value.until.toISOString().slice(0, 10)));
    return { kind: 'attribute', end: period.end, node: and(...parts), assumptions: value.assumptions };
  }
  if (known) return { kind: 'attribute', end: known.end, node: rule(field(attribute), known.value, null) };
  const owned = sentence.is(end - 2, 'no', 'without', 'with', 'a', 'have', 'has');
  return owned ? { kind: 'attribute', end, node: or(rule(field(attribute), 'notNull', null)) } : null;
}
