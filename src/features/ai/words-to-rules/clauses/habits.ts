import type { DateWindow } from '../../../audiences/rules.schema.ts';
import type { Clause, ClauseReader } from '../clause.ts';
import { readLength } from '../lengths.ts';
import { and, countedOrders, type Node, not, rule } from '../nodes.ts';
import { dateIn, orderedIn, type Period, periodRules } from '../period.ts';
import { readPeriod } from '../periods.ts';
import { phrases } from '../phrases.ts';
import type { Read, Sentence } from '../sentence.ts';

// What marketers call customers by how they buy. Each word has one reading, which is said as an assumption unless the
// word says it itself (“one-time buyers”).

interface Habit {
  node: Node;
  /** The reading, when the word leaves it open: “total spend of at least 500”. */
  reading?: string;
  inPeriod?: (period: Period) => Node;
}

const MONTH_30: DateWindow = { amount: 30, unit: 'day' };
const HALF_YEAR: DateWindow = { amount: 6, unit: 'month' };
const hasOrdered = rule('orderCount', '>=', 1);

/** Bought before, and not in the time. */
const lapsedIn = (period: Period): Node =>
  // “lapsed three months ago” has not bought since.
  and(hasOrdered, not(orderedIn(period.kind === 'older' ? { ...period, kind: 'last' } : period)));
const atLeastOrders =
  (count: number) =>
  (period: Period): Node =>
    period.kind === 'last'
      ? countedOrders({ operator: '>=', values: [count], money: false, stated: true }, [
          rule('placedAt', 'inLast', period.window),
        ])
      : and(rule('orderCount', '>=', count), orderedIn(period));

const buyers = [
  'buyers',
  'buyer',
  'customers',
  'customer',
  'shoppers',
  'shopper',
  'purchasers',
  'purchaser',
  'clients',
  'client',
  'orderers',
  'users',
  'people',
  'ones',
  'accounts',
  'folks',
  'members',
];
/** The words before every noun for buyers: “repeat buyers”, “repeat customers”, … */
const each = (adjectives: string, nouns: readonly string[] = buyers): string =>
  adjectives
    .split('|')
    .flatMap((adjective) => nouns.map((noun) => `${adjective} ${noun}`))
    .join('|');

const one: Habit = {
  node: rule('orderCount', '=', 1),
  inPeriod: (period) => and(rule('orderCount', '=', 1), orderedIn(period)),
};
const repeat: Habit = { node: rule('orderCount', '>=', 2), inPeriod: atLeastOrders(2) };
const loyal: Habit = {
  node: rule('orderCount', '>=', 5),
  reading: 'at least 5 orders',
  inPeriod: atLeastOrders(5),
};
const big: Habit = { node: rule('totalSpend', '>=', 500), reading: 'a total spend of at least 500' };
const small: Habit = { node: rule('totalSpend', '<', 50), reading: 'a total spend under 50' };
const lapsed: Habit = {
  node: and(hasOrdered, rule('lastOrderAt', 'notInLast', HALF_YEAR)),
  reading: 'ordered before, but not in the last 6 months',
  inPeriod: lapsedIn,
};
const active: Habit = {
  node: rule('lastOrderAt', 'inLast', HALF_YEAR),
  reading: 'ordered in the last 6 months',
  inPeriod: orderedIn,
};
const recent: Habit = {
  node: rule('lastOrderAt', 'inLast', MONTH_30),
  reading: 'ordered in the last 30 days',
  inPeriod: orderedIn,
};
const fresh: Habit = {
  node: rule('firstOrderAt', 'inLast', MONTH_30),
  reading: 'first ordered in the last 30 days',
  inPeriod: (period) => dateIn('firstOrderAt', period),
};
const joined: Habit = {
  node: rule('createdAt', 'inLast', MONTH_30),
  reading: 'joined in the last 30 days',
  inPeriod: (period) => and(...periodRules('createdAt', period)),
};
const never: Habit = { node: rule('orderCount', '=', 0) };

const habits = phrases<Habit>({
  [`${each('one time|onetime|single purchase|single order|first time|one off|once only|one order|one purchase|one and done|single time')}|one timers|one timer|first timers|first timer|one hit wonders|one time only|one off`]:
    one,
  [`${each('repeat|returning|recurring|repeated|multi time|multi order|multiple time|repeating|multi purchase')}|repeat purchasers|returners|repeaters`]:
    repeat,
  'bought again|ordered again|purchased again|shopped again|buy again|order again|come back for more|came back for more|bought more than once|reordered|re ordered|repurchased':
    { ...repeat, reading: 'at least 2 orders' },
  'order regularly|buy regularly|orders regularly|buys regularly|shop regularly|ordered regularly|bought regularly|order often|buy often|orders often|buys often|order frequently|buy frequently|bought often|ordered often|ordered frequently|bought frequently':
    loyal,
  [`${each('loyal|frequent|regular|most loyal|very loyal|faithful|devoted')}|regulars|loyal|loyalists|most loyal|frequent`]:
    loyal,
  [`${each('big spending|high spending|high value|most valuable|valuable|top|best|big|highest value|biggest|premium|high worth')}|big spenders|big spender|high spenders|high spender|top spenders|top spender|heavy spenders|high value|high rollers|biggest spenders|highest spenders|whales|high spending|big spending|most valuable|best spenders|high lifetime value|high ltv|high clv|high spend|high total spend|big spend|high lifetime spend|spend a lot|spent a lot|spending a lot|spends a lot|spend lots|spent lots|large spenders`]:
    big,
  [`${each('low spending|low value|small')}|low lifetime value|low ltv|low spend|low spenders|small spenders|low value|low spender`]:
    small,
  [`${each('lapsed|dormant|inactive|churned|lost|sleeping|sleepy|lapsing|idle|quiet|old inactive|former|ex|stale|disengaged')}|lapsed|dormant|inactive|churned|gone quiet|went quiet|gone silent|silent|idle|been inactive|been dormant|stopped buying|stopped ordering|stopped purchasing|stopped shopping|gone cold|lapsers|been quiet|no longer active|no longer buy|no longer order|no longer buying|no longer ordering|not active any more|drifted away|gone dormant|disengaged|churners|been silent|been idle|become inactive|gone inactive|become dormant|fallen silent`]:
    lapsed,
  [each('active|current|engaged')]: active,
  [`${each('recent|recently active')}|recently active|recently been active`]: recent,
  [`${each(
    'new|brand new|newly acquired|recently acquired|newest|newly won',
    buyers.filter((noun) => !/^(?:users|members|accounts)$/.test(noun)),
  )}|newcomers|newbies|brand new|new faces`]: fresh,
  'new users|new accounts|new members|new subscribers|new contacts|new joiners|new sign ups|new signups|new registrations|new leads|newest members':
    joined,
  [`${each('non|never')}|non purchasers|prospects|window shoppers|browsers|zero order customers|customers without orders|have not converted|unconverted`]:
    never,
});
const vips = phrases({ 'vip|vips|vip customers|vip customer|v i p': true });

/** “new since March”: only with a time. */
function readNew(sentence: Sentence, at: number): Clause | null {
  const period = sentence.is(at, 'new') ? readPeriod(sentence, at + 1) : null;
  return (
    period && {
      kind: 'habit',
      end: period.end,
      node: dateIn('firstOrderAt', period.value),
      assumptions: [
        ...period.value.assumptions,
        `“${sentence.written(at, period.end)}” was read as first ordered then.`,
      ],
    }
  );
}

/** “inactive 3+ months” */
function readLasting(sentence: Sentence, at: number): Read<Period> | null {
  const length = readLength(sentence, at);
  if (!length) return null;
  const { assumption, ...window } = length.value;
  return { value: { kind: 'last', window, assumptions: assumption ? [assumption] : [] }, end: length.end };
}

export const readHabit: ClauseReader = (sentence, at) => {
  const recentlyNew = readNew(sentence, at);
  if (recentlyNew) return recentlyNew;
  const found = sentence.find(at, habits);
  if (found) return make(found.value, found.end, sentence.written(at, found.end));
  const vip = sentence.find(at, vips);
  if (!vip || sentence.names.find('tag', at, sentence)) return null;
  const reading = 'a total spend of at least 500, as there is no such tag';
  return make({ node: rule('totalSpend', '>=', 500), reading }, vip.end, sentence.written(at, vip.end));

  function make({ node, reading, inPeriod }: Habit, end: number, words: string): Clause {
    const period = inPeriod ? (readPeriod(sentence, end) ?? readLasting(sentence, end)) : null;
    const again: ClauseReader = (s, place) => {
      const next = s.find(place, habits);
      return (
        next && {
          kind: 'habit',
          end: next.end,
          node: next.value.node,
          ...(next.value.reading
            ? { assumptions: [`“${s.written(place, next.end)}” was read as ${next.value.reading}.`] }
            : {}),
          again,
        }
      );
    };
    if (inPeriod && period)
      return {
        kind: 'habit',
        end: period.end,
        node: inPeriod(period.value),
        noun: true,
        assumptions: period.value.assumptions,
      };
    return {
      kind: 'habit',
      end,
      node,
      noun: true,
      again,
      ...(inPeriod ? { inPeriod } : {}),
      ...(reading ? { assumptions: [`“${words}” was read as ${reading}.`] } : {}),
    };
  }
};
