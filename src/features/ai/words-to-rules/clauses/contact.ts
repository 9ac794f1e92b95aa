import type { Clause, ClauseReader } from '../clause.ts';
import { type Node, rule } from '../nodes.ts';
import { phraseSet, phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { readPresence, readText, readTextOperator, type TextOperator } from '../values.ts';

// How somebody can be reached, and what they are called: phone, email address and its domain, name.

/** One domain, or many: yahoo.com, yahoo.co.uk, yahoo.fr. */
const providers = phrases<Node>({
  'gmail|googlemail|google mail|gmail com': rule('email', 'endsWith', '@gmail.com'),
  'icloud|icloud mail': rule('email', 'endsWith', '@icloud.com'),
  ...Object.fromEntries(
    ['yahoo', 'hotmail', 'outlook', 'aol', 'gmx', 'live', 'protonmail', 'msn', 'ymail', 'zoho', 'yandex'].map(
      (provider) => [provider === 'live' ? 'live com' : provider, rule('email', 'contains', `@${provider}.`)],
    ),
  ),
});
const mailWords = phraseSet(`
  address|addresses|email|emails|mail|mails|account|accounts|email address|email addresses|e mail|
  e mails|e mail address|e mail addresses|inbox|mailbox|domain|domains|email account|email accounts|
  users|user|mail addresses|mail address`);
const mailLeads = phraseSet(`
  using|on|with|use|uses|have|has|with a|with an|on the|at|at the|whose email is|whose email is on|
  email is|email is at|email at|emails at|emails from|email on|email from|from|whose emails are|
  their email is|an email at|an email on|a|an|email address at|email addresses at|addresses at|
  addresses on|email domain|email domain is|domain is|domain|email domain :|email addresses on|
  email ends with|email address on|the|is|who use|work at|works at|working at|email addresses from|
  email :|email =|e mail address at|email contains|email containing`);
const phone = phraseSet(`
  phone|phone number|phone numbers|telephone|telephone number|mobile|mobile number|cell|cell phone|
  mobile phone|cell number|contact number|number on file|phones|sms|text message|
  mobile phone number|tel|whatsapp number`);
const phoneLeads = phraseSet(`
  reach by|reachable by|reachable via|we can reach by|contactable by|contact by|can be reached by|
  reachable on|gave us|left|provided|with|with a|have|has|a|have a|has a|their|any|gave us a|gave a|
  we can call by|callable by|by|via|whose|valid|reach via|reached by|contact via|we can text by|
  having a|having|the|with an|a valid|with any|reach on|reachable over|be reached by|we have a|
  we can contact by|contactable via|given us a|on their|reach over the|by their|be contacted by|
  can be contacted by|contacted by|reached on|reach them by|given us their|left us a|left a|
  provided a|gave their|shared a|shared their`);
const nameWords = phraseSet(`
  named|called|whose name is|first name is|first name|forename is|forename|by the name of|
  whose first name is|with the name|with the first name|name is|name =|name :|first name =|
  first name :|with first name`);
const surnameWords = phraseSet(`
  surname is|surname|last name|last name is|family name|family name is|whose surname is|
  whose last name is|with the surname|with the last name|second name|surnamed|surname =|last name =|
  surname :|last name :|with surname|with last name`);
const emailNoun = phraseSet(`
  email|emails|email address|email addresses|e mail|e mails|e mail address|e mail addresses|
  mail address|mail addresses|addresses|address`);

export const readContact: ClauseReader = (sentence, at) =>
  readName(sentence, at) ?? readDomain(sentence, at) ?? readEmail(sentence, at) ?? readPhone(sentence, at);

/** “gmail users”, “on the acme.com domain”, “@acme.com addresses”, “emails ending in .de”. */
function readDomain(sentence: Sentence, at: number): Clause | null {
  const start = sentence.skip(at, mailLeads);
  const provider = sentence.find(start, providers);
  if (provider)
    return domainClause(provider.value, sentence.find(provider.end, mailWords)?.end ?? provider.end);
  const token = sentence.tokens[start];
  if (token?.kind !== 'address') return null;
  return domainClause(addressRule(token.text), sentence.find(start + 1, mailWords)?.end ?? start + 1);
}

/** A whole address is that customer; a domain all who have theirs there; “.de” all domains that end so. */
function addressRule(text: string): Node {
  const address = text.replace(/\.$/, '');
  if (/^[^@]+@/.test(address)) return rule('email', '=', address);
  if (address.startsWith('.')) return rule('email', 'endsWith', address);
  if (!address.includes('.')) return rule('email', 'contains', `${address}.`);
  return rule('email', 'endsWith', address.startsWith('@') ? address : `@${address}`);
}

const beforeDomains = phraseSet('a|an|the|on|at|from|with|using|in|those on');
const domainClause = (node: Node, end: number): Clause => ({
  kind: 'contact',
  end,
  node,
  noun: true,
  exclusive: true,
  again: (s, at) => {
    const start = s.skip(at, beforeDomains);
    const provider = s.find(start, providers);
    const token = s.tokens[start];
    if (provider) return domainClause(provider.value, s.find(provider.end, mailWords)?.end ?? provider.end);
    if (token?.kind !== 'address') return null;
    return domainClause(addressRule(token.text), s.find(start + 1, mailWords)?.end ?? start + 1);
  },
});

const beforeTexts = phraseSet('the|a|domain|on|at|word|text|with|in|letters|address');
/** “email contains smith”, “email is missing”. */
function readEmail(sentence: Sentence, at: number): Clause | null {
  const noun = sentence.find(
    sentence.is(at, 'whose', 'their', 'with', 'an', 'a', 'the') ? at + 1 : at,
    emailNoun,
  );
  if (!noun) return null;
  const operator = readTextOperator(sentence, noun.end);
  const place = operator && sentence.skip(operator.end, beforeTexts);
  if (operator && place) {
    const provider = sentence.find(place, providers);
    if (provider && operator.value !== 'beginsWith') return domainClause(provider.value, provider.end);
    const text = readText(sentence, place);
    const address = sentence.tokens[place]?.kind === 'address';
    if (text && address && (operator.value === '=' || operator.value === 'endsWith'))
      return domainClause(addressRule(text.value), text.end);
    if (text && operator.value !== '=' && operator.value !== '!=')
      return { kind: 'contact', end: text.end, node: rule('email', operator.value, text.value) };
    if (text && (address || sentence.tokens[place]?.kind === 'quote'))
      return { kind: 'contact', end: text.end, node: rule('email', operator.value, text.value) };
  }
  const known = readPresence(sentence, noun.end);
  if (known) return { kind: 'contact', end: known.end, node: rule('email', known.value, null) };
  const owned =
    sentence.is(at - 1, 'no', 'without', 'with', 'a', 'an', 'have', 'has', 'any', 'valid') ||
    sentence.is(at, 'with', 'an', 'a');
  return owned
    ? { kind: 'contact', end: noun.end, node: rule('email', 'notNull', null), again: presenceAgain }
    : null;
}

/** “with a phone number”, “we can reach by phone”, “phone starts with +44”. */
function readPhone(sentence: Sentence, at: number): Clause | null {
  const noun = sentence.find(sentence.skip(at, phoneLeads), phone);
  if (!noun) return null;
  const operator = readTextOperator(sentence, noun.end);
  const country = operator && readDialled(sentence, operator.end);
  if (operator && country && operator.value !== '=')
    return { kind: 'contact', end: country.end, node: rule('phone', operator.value, country.value) };
  const known = readPresence(sentence, noun.end);
  return {
    kind: 'contact',
    end: known?.end ?? noun.end,
    node: rule('phone', known?.value ?? 'notNull', null),
    again: presenceAgain,
  };
}

/** “+44”, “0770”, in figures or quotes. */
function readDialled(sentence: Sentence, at: number): { value: string; end: number } | null {
  const start = sentence.is(at, '+') ? at + 1 : at;
  const token = sentence.tokens[start];
  if (token?.kind === 'quote') return { value: token.text, end: start + 1 };
  return token?.kind === 'number'
    ? { value: sentence.written(at, start + 1).replace(/\s/g, ''), end: start + 1 }
    : null;
}

const determiners = phraseSet('a|an|the|any|their');
/** “… or an email address”. */
const presenceAgain: ClauseReader = (sentence, at) => {
  const start = sentence.skip(at, determiners);
  const field = (['phone', 'email'] as const).find((name) =>
    sentence.find(start, name === 'phone' ? phone : emailNoun),
  );
  const noun = field && sentence.find(start, field === 'phone' ? phone : emailNoun);
  return field && noun
    ? { kind: 'contact', end: noun.end, node: rule(field, 'notNull', null), again: presenceAgain }
    : null;
};

const nameNouns = phraseSet('name|names|full name');
const beforeLetters = phraseSet('the|letter|word|a|an|letters|with|in|text');
/** “named Maria”, “surname Smith”, “name starts with B”, “without a name”. */
function readName(sentence: Sentence, at: number): Clause | null {
  const noun = sentence.find(sentence.is(at, 'whose', 'their', 'a', 'with', 'the') ? at + 1 : at, nameNouns);
  const operator = noun && readTextOperator(sentence, noun.end);
  if (noun && operator && operator.value !== '=') {
    const start = sentence.skip(operator.end, beforeLetters);
    const text = readText(sentence, start, true) ?? readLetter(sentence, operator.end);
    if (text) return named(operator.value, text, operator.value);
  }
  const surname = sentence.find(at, surnameWords);
  const first = surname ? null : sentence.find(at, nameWords);
  const lead = surname ?? first;
  if (lead) {
    const given = readTextOperator(sentence, lead.end);
    const start = given && given.value !== '=' ? given.end : lead.end;
    const text = readText(sentence, start, true) ?? readLetter(sentence, start);
    const usual: TextOperator = surname ? 'endsWith' : 'beginsWith';
    if (text && given?.value === '!=') return { ...named(usual, text, usual), denies: true };
    // A surname stands after a blank.
    if (text && surname && given?.value === 'beginsWith')
      return { ...named('contains', text, usual), node: rule('name', 'contains', ` ${text.value}`) };
    if (text) return named(given && given.value !== '=' ? given.value : usual, text, usual);
  }
  if (!noun) return null;
  const known = readPresence(sentence, noun.end);
  if (known) return { kind: 'contact', end: known.end, node: rule('name', known.value, null) };
  const owned =
    sentence.is(at - 1, 'no', 'without', 'with', 'a', 'any', 'have', 'has') || sentence.is(at, 'a', 'with');
  return owned ? { kind: 'contact', end: noun.end, node: rule('name', 'notNull', null) } : null;
}

/** “name starts with A”: a letter that would be an article elsewhere. */
function readLetter(sentence: Sentence, at: number): { value: string; end: number } | null {
  const written = sentence.written(at, at + 1);
  return /^\p{L}$/u.test(written) ? { value: written, end: at + 1 } : null;
}

const named = (operator: TextOperator, text: { value: string; end: number }, next: TextOperator): Clause => ({
  kind: 'contact',
  end: text.end,
  node: rule('name', operator, text.value),
  exclusive: true,
  again: (s, at) => {
    const capital = s.tokens[at]?.capital || s.tokens[at]?.kind === 'quote';
    const more = capital && s.names.find('place', at, s) === null ? readText(s, at, true) : null;
    return more && named(next, more, next);
  },
});
