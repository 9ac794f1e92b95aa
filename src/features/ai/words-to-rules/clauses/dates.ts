import type { Clause, ClauseReader } from '../clause.ts';
import { readComparison } from '../comparisons.ts';
import { readLength } from '../lengths.ts';
import { and, type Node, not, rule } from '../nodes.ts';
import { dateIn, type Period, periodRules } from '../period.ts';
import { readPeriod } from '../periods.ts';
import { phraseSet, phrases } from '../phrases.ts';
import type { Read, Sentence } from '../sentence.ts';

// When somebody joined, first ordered or last ordered.

type DateField = 'lastOrderAt' | 'firstOrderAt' | 'createdAt';

const events =
  'order|purchase|ordered|purchased|bought|shopped|transaction|order date|purchase date|order placed|purchase made|bought from us|ordered from us|order with us|bought anything|ordered anything|bought something|placed an order|made a purchase|ordered with us|shopped with us|purchased from us|date of order|orders|purchases|buy';
const withEvents = (leads: string, more: string) =>
  [
    ...leads.split('|').flatMap((lead) => events.split('|').map((event) => `${lead} ${event}`)),
    ...more.split('|'),
  ].join('|');

const subjects = phrases<DateField>({
  [withEvents(
    'last|latest|most recent|final|most recently|previous',
    'last seen|last active|lastorderat|date of last order|date of the last order|last order at',
  )]: 'lastOrderAt',
  [withEvents(
    'first|initial|very first|earliest',
    'first order ever|firstorderat|date of first order|became a buyer|became buyers',
  )]: 'firstOrderAt',
  'joined|join|joined us|signed up|sign up|signed up with us|registered|register|registered with us|account created|accounts created|created|created an account|created their account|customer since|customers since|client since|clients since|became a customer|became customers|become a customer|been a customer|been customers|been with us|with us|been a member|been members|member since|members since|added|were added|signups|sign ups|new signups|new sign ups|new registrations|registrations|registration date|sign up date|signup date|join date|joining date|opened an account|account opened|been on our list|account age|registration|signup|account creation|account creation date|creation date|createdat|new accounts|opened their account|been our customers|been our customer|member for|members for|been members for|accounts|account|have an account|has an account|had an account|having an account|customers for|customer for|clients for|signed on|been a client|enrolled|subscribed|onboarded|came on board':
    'createdAt',
});
const links = phraseSet(`
  date|was|is|were|are|of|at|their|been|placed|made|with us|from us|happened|dated|falls|fell|
  an account|as a customer|us|up|:|took place|dates|back to|from|occurred|came|here|the|
  as customers|anything`);

const made = phraseSet('made|placed|had|with|whose|their|made their|placed their|had their|the|a');
/** “account older than 2 years” */
function readAccountAge(sentence: Sentence, at: number): Read<Period> | null {
  const older = sentence.is(at, 'older', 'over');
  const newer = sentence.is(at, 'newer', 'younger', 'under');
  const length = older || newer ? readLength(sentence, sentence.is(at + 1, 'than') ? at + 2 : at + 1) : null;
  if (!length) return null;
  const { assumption: _, ...window } = length.value;
  return { value: { kind: older ? 'older' : 'last', window, assumptions: [] }, end: length.end };
}

const worth = phraseSet('value|amount|was|is|of|for|worth|total|came to');

const newlyWords = phraseSet('recently|newly|freshly|just');
export const readDates: ClauseReader = (sentence, at) => {
  const recent = sentence.find(at, newlyWords);
  const subject =
    sentence.find(recent?.end ?? at, subjects) ?? sentence.find(sentence.skip(at, made), subjects);
  if (!subject) return null;
  const field = subject.value;
  const lastWord = sentence.is(subject.end - 1, 'since', 'for') ? subject.end - 1 : subject.end;
  const place = readPeriod(sentence, lastWord, true) ? lastWord : sentence.skip(lastWord, links);
  const denied = sentence.is(place, 'not') && field !== 'createdAt' ? 1 : 0;
  const period =
    readPeriod(sentence, place + denied, true) ??
    (field === 'createdAt' ? readAccountAge(sentence, place) : null);
  if (period) {
    const clause = make(field, period.value, period.end);
    return denied ? { ...clause, node: not(clause.node) } : clause;
  }
  if (recent) {
    const words = sentence.written(at, subject.end);
    return {
      ...make(field, { kind: 'last', window: { amount: 30, unit: 'day' }, assumptions: [] }, subject.end),
      assumptions: [`“${words}” was read as in the last 30 days.`],
    };
  }
  // The amount of one certain order: no rule tells that one from the others.
  const amount = field === 'createdAt' ? null : readComparison(sentence, sentence.skip(place, worth));
  if (amount)
    return { kind: 'dates', end: amount.end, node: rule(field, 'notNull', null), inexpressible: true };
  return field === 'createdAt' && !sentence.is(subject.end - 1, 'for', 'since', 'added', 'created')
    ? waiting(field, subject.end)
    : null;
};

const make = (field: DateField, period: Period, end: number): Clause => ({
  kind: 'dates',
  end,
  node: dateNode(field, period),
  // Nobody joins twice: “in 2024 and 2025” is either.
  ...(period.kind === 'dates' && period.from && period.until ? { exclusive: true } : {}),
  again: (s, at) => {
    const next = readPeriod(s, at, true);
    return next && make(field, next.value, next.end);
  },
  assumptions: period.assumptions,
});

/** A date whose time has not been read: not a condition until one comes. */
function waiting(field: DateField, end: number): Clause {
  return {
    kind: 'dates',
    end,
    node: rule(field, 'notNull', null),
    incomplete: true,
    inPeriod: (period) => dateNode(field, period),
  };
}

/** Everyone has joined once; who never ordered has no first or last order, however long ago it is asked for. */
function dateNode(field: DateField, period: Period): Node {
  // “with us for two years” began at least two years ago.
  const lasting =
    field === 'createdAt' && period.kind === 'last' && period.length && period.length !== 'under';
  if (lasting) return rule(field, 'notInLast', period.window);
  return field === 'createdAt' ? and(...periodRules(field, period)) : dateIn(field, period);
}
