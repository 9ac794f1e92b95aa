import type { Clause, ClauseReader } from '../clause.ts';
import { rule } from '../nodes.ts';
import { phraseSet } from '../phrases.ts';
import type { Read, Sentence } from '../sentence.ts';
import { plain } from '../tokens.ts';
import { readPresence, readText, readTextOperator } from '../values.ts';
import { isSmallWord, negations } from '../vocabulary.ts';

// Tags: said to be tags (“tagged vip”, “the beta tester tag”), or one of the workspace's own by name (“VIPs”).

const tagged = phraseSet(`
  tagged|tagged as|tagged with|labelled|labelled as|labeled|labeled as|labelled with|labeled with|
  marked|marked as|flagged|flagged as|with the tag|with the tags|with tag|with tags|has the tag|
  have the tag|has tag|have tag|carrying the tag|the tag|whose tag is|whose tags include|
  tags include|tags includes|having the tag|carry the tag|with a tag of|under the tag|tag named|
  tag called|with the label|with label`);
/** “subscribed to the newsletter”: only of a tag there is. */
const grouped = phraseSet(`
  subscribed to|signed up to|signed up for|opted in to|opted into|part of|member of|members of|
  belonging to|on the list|subscribe to|subscribing to|subscribers of|subscribers to|receive|
  receiving|get the|getting the`);
const tagNouns = phraseSet('tag|tags|label|labels');
const small = phraseSet('the|a|an|as|with|our|both|either|tag|tagged|as a|as an|:|any of|of|is|#');

const someTag = phraseSet('at least one tag|any tag|any tags|one or more tags|some tag|some tags');
const untaggedWords = phraseSet('untagged|un tagged|not tagged at all');
export const readTags: ClauseReader = (sentence, at) => {
  const some = sentence.find(at, someTag);
  if (some) return { kind: 'tag', end: some.end, node: rule('tags', 'notNull', null) };
  const untagged = sentence.find(at, untaggedWords);
  if (untagged) return { kind: 'tag', end: untagged.end, node: rule('tags', 'null', null) };
  const lead = sentence.find(at, tagged);
  if (lead) return readTagged(sentence, lead.end);
  const group = sentence.find(at, grouped);
  const member = group && find(sentence, sentence.skip(group.end, small), false);
  if (member) return clause(member, false);
  const noun = sentence.find(at, tagNouns);
  if (noun) return readAfterNoun(sentence, noun.end, at);
  return readNamed(sentence, at);
};

/** “tagged vip”: the workspace's tag, or any word. */
function readTagged(sentence: Sentence, at: number): Clause | null {
  const start = sentence.skip(at, small);
  if (sentence.find(start, negations)) return null;
  const tag = find(sentence, start, true) ?? find(sentence, at, true);
  return tag ? clause(tag, true) : null;
}

/** “tag is vip”, “tags containing "friday"”, “no tags”. */
function readAfterNoun(sentence: Sentence, at: number, from: number): Clause | null {
  const operator = readTextOperator(sentence, at);
  if (operator) {
    const start = sentence.skip(operator.end, small);
    const tag = find(sentence, start, true);
    const quoted = sentence.tokens[start]?.kind === 'quote';
    const whole = operator.value === '=' || (operator.value === 'contains' && !tag?.unknown && !quoted);
    if (tag && whole) return clause(tag, true);
    if (tag && operator.value === '!=') return { ...clause(tag, true), denies: true };
    const text = readText(sentence, start);
    if (text) return { kind: 'tag', end: text.end, node: rule('tags', operator.value, text.value) };
  }
  const listed = find(sentence, sentence.skip(at, small), false);
  if (listed) return clause(listed, true);
  const known = readPresence(sentence, at);
  if (known) return { kind: 'tag', end: known.end, node: rule('tags', known.value, null) };
  const plural = sentence.is(at - 1, 'tags', 'labels');
  const counted = sentence.is(
    from - 1,
    'no',
    'any',
    'without',
    'a',
    'with',
    'some',
    'have',
    'has',
    'not',
    'single',
  );
  return counted || plural ? { kind: 'tag', end: at, node: rule('tags', 'notNull', null) } : null;
}

const beforeTags = phraseSet('the|a|an|our|have the|has the|with the|with a|with');
/** “VIPs”, “the beta tester tag”, “"summer" tag”. */
function readNamed(sentence: Sentence, at: number): Clause | null {
  const start = sentence.skip(at, beforeTags);
  const noun = (end: number) => sentence.find(end, tagNouns)?.end;
  const tag = find(sentence, start, false);
  if (tag) {
    const end = noun(tag.end) ?? tag.end;
    return { ...clause({ ...tag, end }, false), noun: true };
  }
  const text =
    sentence.tokens[start]?.kind === 'quote' || (start > at && !sentence.knows(start))
      ? readText(sentence, start)
      : null;
  const end = text && noun(text.end);
  // “with the new tag”: a word that is no tag yet, named as one.
  return text && end ? clause({ value: text.value, end, unknown: true }, true) : null;
}

interface FoundTag extends Read<string> {
  unknown?: boolean;
}

/** A tag of the workspace; where a tag must stand, any word or quoted text. */
function find(sentence: Sentence, at: number, expected: boolean): FoundTag | null {
  const token = sentence.tokens[at];
  if (token?.kind === 'quote') {
    const same = sentence.context.tags.find((tag) => plain(tag) === plain(token.text));
    if (same) return { value: same, end: at + 1 };
    return expected && token.text ? { value: token.text, end: at + 1, unknown: true } : null;
  }
  const named = sentence.names.find('tag', at, sentence);
  if (named && (expected || named.end > at + 1 || !isSmallWord(sentence, at)))
    return { value: named.value.tag, end: named.end };
  const text = expected ? readText(sentence, at) : null;
  return text && { ...text, unknown: true };
}

function clause({ value, end, unknown }: FoundTag, open: boolean): Clause {
  return {
    kind: 'tag',
    end,
    node: rule('tags', '=', value),
    again: (s, at) => {
      const start = s.skip(at, small);
      const tag =
        find(s, start, false) ?? (open && start === at && endsThere(s, at) ? find(s, at, true) : null);
      if (!tag) return null;
      const noun = s.find(tag.end, tagNouns);
      return clause({ ...tag, end: noun?.end ?? tag.end }, open);
    },
    ...(unknown ? { assumptions: [`“${value}” is none of the tags in use.`] } : {}),
  };
}

/** A word we do not know may be one more tag only if it is a word of its own: “tagged spring and summer”. */
function endsThere(sentence: Sentence, at: number): boolean {
  const next = sentence.tokens[at + 1];
  return (
    !sentence.knows(at) && (!next || next.kind === 'break' || sentence.is(at + 1, ',', 'and', 'or', ')'))
  );
}
