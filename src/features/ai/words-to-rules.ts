import type { DateWindow, FieldRule, Rule, RuleGroup } from '../audiences/rules.schema.ts';

/**
 * An audience in words as a rule tree, without any service: clauses joined by “and”, “but”, commas or “or”, each about
 * spend, orders, recency, place, tags or contact. What no pattern covers is returned word for word in `unmapped`.
 * “or” binds weaker than “and”, as in rules written by hand.
 */
export function wordsToRules(
  prompt: string,
  countries: readonly string[] = [],
): { rules: RuleGroup; unmapped: string[] } {
  const unmapped: string[] = [];
  const alternatives = protect(prompt)
    .split(/\s+or\s+(?!more\b|less\b|fewer\b)/i)
    .map((alternative) => {
      const rules = alternative
        .split(/\s*[,;.!]\s+|\s*[,;.!]$|\s+(?:and|but|plus)\s+(?:also\s+)?|\s+(?:who|that|which)\s+/i)
        .map((clause) => restore(clause).trim())
        .filter(Boolean)
        .flatMap((clause) => readClause(clause, countries, unmapped));
      return rules;
    })
    .filter((rules) => rules.length > 0);
  const [only] = alternatives;
  if (alternatives.length <= 1) return { rules: { combinator: 'and', rules: only ?? [] }, unmapped };
  return {
    rules: {
      combinator: 'or',
      rules: alternatives.map((rules) =>
        rules.length === 1 && rules[0] ? rules[0] : { combinator: 'and', rules },
      ),
    },
    unmapped,
  };
}

// “between 10 and 20” is one clause.
const protect = (text: string) =>
  text.replace(/(between\s+\S+)\s+and\s+/gi, '$1 &&& ').replace(/(\d),(\d{3})\b/g, '$1$2');
const restore = (text: string) => text.replaceAll('&&&', 'and');

const NUMBER = String.raw`[£$€]?\s*(\d+(?:\.\d+)?)(k?)`;
const WINDOW = String.raw`(?:in|within|during|over|for)\s+(?:the\s+)?(?:last|past|previous)?\s*(\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)?\s*(day|week|month|quarter|year)s?`;
const numberWords: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  once: 1,
  twice: 2,
};
const MORE = 'more than|over|above|greater than|exceeding|>';
const AT_LEAST = 'at least|no less than|minimum of|>=';
const LESS = 'less than|under|below|fewer than|<';
const AT_MOST = 'at most|no more than|up to|<=';

/** Words that say nothing about who is meant. */
const filler =
  /^(?:(?:all|any|every|our|my|the|show|find|give|get|send|me|to|please|people|persons?|customers?|clients?|shoppers?|buyers?|users?|those|who|whose|that|which|have|has|had|are|is|they|them|their|everyone|everybody|with|a|an|of)\s*)*$/i;

function readClause(clause: string, countries: readonly string[], unmapped: string[]): (Rule | RuleGroup)[] {
  let rest = clause;
  const rules: (Rule | RuleGroup)[] = [];
  const take = (pattern: RegExp, make: (match: RegExpExecArray) => Rule | RuleGroup | null) => {
    const match = pattern.exec(rest);
    const rule = match && make(match);
    if (!match || !rule) return;
    rules.push(rule);
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
      .replace(/\s+/g, ' ')
      .trim();
  };

  const comparison = `(${MORE}|${AT_LEAST}|${LESS}|${AT_MOST}|exactly)?`;
  take(
    new RegExp(
      String.raw`\baverage\s+orders?(?:\s+(?:value|size|amount))?\s+(?:is\s+|of\s+)?${comparison}\s*${NUMBER}`,
      'i',
    ),
    (m) => compare('averageOrderValue', m[1], amount(m[2], m[3])),
  );
  take(
    new RegExp(
      String.raw`\b(?:spen[dt]s?|spending|total spend|paid|worth|bought for)\s+(?:is\s+|of\s+)?between\s+${NUMBER}\s+and\s+${NUMBER}`,
      'i',
    ),
    (m) => ({
      field: 'totalSpend',
      operator: 'between',
      value: [amount(m[1], m[2]), amount(m[3], m[4])],
    }),
  );
  take(
    new RegExp(
      String.raw`\b(?:spen[dt]s?|spending|total spend|paid|worth|bought for)\s+(?:is\s+|of\s+)?${comparison}\s*${NUMBER}(?:\s+${WINDOW})?`,
      'i',
    ),
    (m) => {
      const value = amount(m[2], m[3]);
      const window = readWindow(m[4], m[5]);
      const rule = compare('totalSpend', m[1] ?? 'at least', value);
      return window
        ? {
            field: 'orders.amount',
            operator: rule.operator,
            value,
            aggregate: 'sum',
            where: { combinator: 'and', rules: [placedIn(window)] },
          }
        : rule;
    },
  );
  take(
    /\b(?:no|zero|without(?: any)?)\s+(?:orders?|purchases?)\b|\bnever\s+(?:ordered|bought|purchased)\b|\b(?:have|has)(?:n[o']t| not)\s+(?:ever\s+)?(?:ordered|bought|purchased)(?:\s+anything)?(?:\s+yet)?$/i,
    () => ({
      field: 'orderCount',
      operator: '=',
      value: 0,
    }),
  );
  take(
    new RegExp(
      String.raw`\b(?:(?:have|has|did)(?:n[o'’]t| not)|not|no longer)\s+(?:been\s+)?(?:ordered|order|bought|buy|purchased|purchase|active|shopped|seen)(?:\s+anything)?\s+${WINDOW}`,
      'i',
    ),
    (m) => notSeen(m[1], m[2]),
  );
  take(
    new RegExp(String.raw`\b(?:inactive|lapsed|dormant|no (?:orders?|purchases?))\s+${WINDOW}`, 'i'),
    (m) => notSeen(m[1], m[2]),
  );
  take(
    new RegExp(
      String.raw`\b(?:(?:ordered|bought|purchased|placed|made|with|have|has)\s+)*${comparison}\s*(\d+|one|two|three|four|five|ten|once|twice)(\s+or\s+(?:more|less|fewer))?\s*(?:times|orders?|purchases?)(?:\s+(?:of\s+)?(${MORE}|${AT_LEAST}|${LESS}|${AT_MOST})\s*${NUMBER}(?:\s+each)?)?(?:\s+${WINDOW})?`,
      'i',
    ),
    (m) => {
      const count = numberWords[(m[2] ?? '').toLowerCase()] ?? Number(m[2]);
      const words = m[3]?.includes('more') ? 'at least' : m[3] ? 'at most' : (m[1] ?? 'exactly');
      const window = readWindow(m[7], m[8]);
      const conditions = [
        ...(m[4] ? [compare('amount', m[4], amount(m[5], m[6]))] : []),
        ...(window ? [placedIn(window)] : []),
      ];
      return conditions.length > 0 ? matching(words, count, conditions) : compare('orderCount', words, count);
    },
  );
  take(
    new RegExp(String.raw`\b(?:ordered|bought|purchased|active|shopped|last order(?:ed)?)\s+${WINDOW}`, 'i'),
    (m) => {
      const value = readWindow(m[1], m[2]);
      return value && { field: 'lastOrderAt', operator: 'inLast', value };
    },
  );
  take(new RegExp(String.raw`\b(?:joined|signed up|registered|new|added|created)\s+${WINDOW}`, 'i'), (m) => {
    const value = readWindow(m[1], m[2]);
    return value && { field: 'createdAt', operator: 'inLast', value };
  });
  take(/\b(?:tagged|with (?:the )?tags?|tag is)\s+(?:as\s+)?["“']?([^"”']+?)["”']?$/i, (m) => ({
    field: 'tags',
    operator: '=',
    value: (m[1] ?? '').trim(),
  }));
  take(/\bname\s+(contains|begins with|starts with|is)\s+["“']?([^"”']+?)["”']?$/i, (m) => ({
    field: 'name',
    operator: textOperator(m[1]),
    value: (m[2] ?? '').trim(),
  }));
  take(
    /\b(?:with (?:an? )?)?(gmail|yahoo|hotmail|outlook|icloud)\s+(?:addresse?s?|emails?|accounts?)\b/i,
    (m) => ({ field: 'email', operator: 'contains', value: `@${(m[1] ?? '').toLowerCase()}.` }),
  );
  take(/\bwithout (?:a )?phone(?: number)?\b/i, () => ({ field: 'phone', operator: 'null', value: null }));
  take(/\bwith (?:a )?phone(?: number)?\b/i, () => ({ field: 'phone', operator: 'notNull', value: null }));
  take(
    /\b(not\s+)?(?:(?:who\s+)?(?:live|lives|living|are|based|located)\s+)?(?:from|in)\s+(?:the\s+)?["“']?(\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*)*|[\p{L} ]+)["”']?$/u,
    (m) => place(m[2] ?? '', m[1] !== undefined, countries),
  );

  if (!filler.test(rest)) {
    // A clause half understood is shown whole: the reader should see what the rule may have missed.
    unmapped.push(rules.length > 0 ? rest : clause);
  }
  return rules;
}

function compare(field: string, words: string | undefined, value: number): FieldRule {
  const is = (pattern: string) => words !== undefined && new RegExp(`^(?:${pattern})$`, 'i').test(words);
  const operator = is(MORE) ? '>' : is(LESS) ? '<' : is(AT_MOST) ? '<=' : is('exactly') ? '=' : '>=';
  return { field, operator, value };
}

function matching(words: string, count: number, conditions: FieldRule[]): Rule {
  const { operator } = compare('orderCount', words, count);
  const value: RuleGroup = { combinator: 'and', rules: conditions };
  if (operator === '=') return { field: 'orders', match: { mode: 'exactly', threshold: count }, value };
  if (operator === '<' || operator === '<=')
    return {
      field: 'orders',
      match: { mode: 'atMost', threshold: Math.max(0, operator === '<' ? count - 1 : count) },
      value,
    };
  return {
    field: 'orders',
    match: { mode: 'atLeast', threshold: operator === '>' ? count + 1 : count },
    value,
  };
}

const placedIn = (window: DateWindow): FieldRule => ({
  field: 'placedAt',
  operator: 'inLast',
  value: window,
});

function notSeen(amountText: string | undefined, unit: string | undefined): FieldRule | null {
  const value = readWindow(amountText, unit);
  return value && { field: 'lastOrderAt', operator: 'notInLast', value };
}

function readWindow(amountText: string | undefined, unit: string | undefined): DateWindow | null {
  if (!unit) return null;
  const count = amountText ? (numberWords[amountText.toLowerCase()] ?? Number(amountText)) : 1;
  const name = unit.toLowerCase();
  if (name === 'year') return { amount: count * 12, unit: 'month' };
  if (name === 'quarter') return { amount: count * 3, unit: 'month' };
  return { amount: count, unit: name === 'day' ? 'day' : name === 'week' ? 'week' : 'month' };
}

const amount = (digits: string | undefined, thousand: string | undefined): number =>
  Number(digits) * (thousand ? 1_000 : 1);

const countryNicknames: Record<string, string> = {
  uk: 'United Kingdom',
  britain: 'United Kingdom',
  'great britain': 'United Kingdom',
  england: 'United Kingdom',
  us: 'USA',
  usa: 'USA',
  america: 'USA',
  holland: 'Netherlands',
  ireland: 'EIRE',
};

/** A country the workspace has, or a name written with a capital letter taken as a city or country as it stands. */
function place(words: string, negated: boolean, countries: readonly string[]): FieldRule | null {
  const name = words.trim();
  const candidates = [name, countryNicknames[name.toLowerCase()]].filter((n) => n !== undefined);
  const country = countries.find((c) => candidates.some((n) => n.toLowerCase() === c.toLowerCase()));
  if (country) return { field: 'country', operator: negated ? '!=' : '=', value: country };
  // A name as names are written: what goes on in small letters is more than a place.
  if (!/^\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*)*$/u.test(name)) return null;
  return {
    field: countryNicknames[name.toLowerCase()] || countries.length === 0 ? 'country' : 'city',
    operator: negated ? '!=' : '=',
    value: countryNicknames[name.toLowerCase()] ?? name,
  };
}

const textOperator = (words: string | undefined) =>
  words === 'contains' ? 'contains' : words === 'is' ? '=' : 'beginsWith';
