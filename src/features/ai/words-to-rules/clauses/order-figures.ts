import type { ClauseReader } from '../clause.ts';
import { type Comparison, readComparison } from '../comparisons.ts';
import { compared, type Node } from '../nodes.ts';
import { type Period, periodRules } from '../period.ts';
import { readPeriod } from '../periods.ts';
import { phraseSet, phrases } from '../phrases.ts';
import type { Read, Sentence } from '../sentence.ts';

// One figure over somebody's orders: the average, the largest, the smallest, or what every one of them is.

type Figure = 'avg' | 'max' | 'min' | 'every';
const nouns =
  'order|purchase|basket|cart|transaction|sale|ticket|checkout|orders|purchases|baskets|single order|single purchase|ever order|ever purchase';
const sizes = ['', ' value', ' size', ' amount', ' total', ' spend', ' values', ' price', ' worth'];
const of = (adjectives: string, things = nouns) =>
  adjectives
    .split('|')
    .flatMap((adjective) =>
      things.split('|').flatMap((noun) => sizes.map((size) => `${adjective} ${noun}${size}`)),
    )
    .join('|');

const figures = phrases<Figure>({
  [`aov|aovs|orders average|whose orders average|a o v|mean order|average value|average spend per order|average spend per purchase|average spending|averageordervalue|average amount per order|average amount spent per order|average spending per order|${of('average|avg|mean|typical', `${nouns}|spend`)}`]:
    'avg',
  [of(
    'biggest|largest|highest|maximum|max|most expensive|priciest|greatest|top|single biggest|single largest|best',
  )]: 'max',
  [of('smallest|lowest|cheapest|minimum|min|least expensive|tiniest')]: 'min',
  'every order|every single order|each order|all orders|all their orders|every purchase|every single purchase|each purchase|all purchases|all of their orders|each and every order|each of their orders':
    'every',
});
const links = phraseSet(`
  is|was|are|were|of|has been|value|ever|per order|per customer|they placed|placed|made|:|that is|
  which is|a|being|so far|that was|comes to|stands at|sits|at|worth|cost|totalled`);

export const readOrderFigure: ClauseReader = (sentence, at) => {
  const figure = sentence.find(sentence.is(at, 'with', 'an', 'a', 'whose', 'their') ? at + 1 : at, figures);
  return figure ? compare(sentence, figure, undefined) : readAfter(sentence, at);
};

function compare(
  sentence: Sentence,
  figure: Read<Figure>,
  outer: Period | undefined,
): ReturnType<ClauseReader> {
  const early = readPeriod(sentence, sentence.skip(figure.end, links));
  const from = early?.end ?? figure.end;
  const direct = readComparison(sentence, from);
  const comparison = direct ?? readComparison(sentence, sentence.skip(from, links));
  if (!comparison) return null;
  const late = early ? null : readPeriod(sentence, comparison.end);
  return make(
    sentence,
    figure.value,
    comparison,
    early?.value ?? late?.value ?? outer,
    sentence.skip(late?.end ?? comparison.end, closing),
  );
}

const closing = phraseSet(
  'per order|on average|per purchase|each time|per customer|each order|per transaction',
);
const averageAfter = phrases<Figure>({
  'on average|average order value|aov|average basket|average order|avg order value|avg basket|average per order|per order on average|per order':
    'avg',
});
/** “over 50 on average”, “over 50 per order on average”. */
function readAfter(sentence: Sentence, at: number): ReturnType<ClauseReader> {
  const comparison = readComparison(sentence, at);
  const figure = comparison && sentence.find(comparison.end, averageAfter);
  return comparison && figure && make(sentence, figure.value, comparison, undefined, figure.end);
}

function make(
  sentence: Sentence,
  figure: Figure,
  { value: read }: Read<Comparison>,
  period: Period | undefined,
  end: number,
): ReturnType<ClauseReader> {
  const bare = read.operator === '=' && !read.stated;
  const asked: Comparison = bare ? { ...read, operator: '>=' } : read;
  const build = (when: Period | undefined): Node => figureOf(figure, asked, when);
  return {
    kind: 'figure',
    end,
    node: build(period),
    ...(period ? { period } : { inPeriod: build }),
    again: (s, place) => {
      const next = readComparison(s, place);
      return next && (next.value.stated || next.value.money)
        ? make(sentence, figure, next, period, next.end)
        : null;
    },
    assumptions: [
      ...(bare ? [`“${sentence.written(end - 1, end)}” was read as at least that much.`] : []),
      ...(read.assumption ? [read.assumption] : []),
      ...(period?.assumptions ?? []),
    ],
  };
}

function figureOf(figure: Figure, comparison: Comparison, when: Period | undefined): Node {
  if (figure === 'avg' && !when) return compared('averageOrderValue', comparison);
  const below = comparison.operator === '<' || comparison.operator === '<=';
  return {
    ...compared('orders.amount', comparison),
    aggregate: figure === 'every' ? (below ? 'max' : 'min') : figure,
    ...(when ? { where: { combinator: 'and', rules: periodRules('placedAt', when) } } : {}),
  } as Node;
}
