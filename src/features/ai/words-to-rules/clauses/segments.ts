import type { Clause, ClauseReader } from '../clause.ts';
import { readComparison } from '../comparisons.ts';
import { compared, rule } from '../nodes.ts';
import { phraseSet, phrases } from '../phrases.ts';
import type { Read, Sentence } from '../sentence.ts';
import { plain } from '../tokens.ts';

// The RFM segments by name, and the scores they are made from.

/** Names that mean nothing else. */
const own = phrases({
  'champions|champion': 'champions',
  'potential loyalists|potential loyalist': 'potential loyalists',
  'about to sleep': 'about to sleep',
  'at risk': 'at risk',
  'can not lose them|can not lose|can not lose these|cannot lose them|cannot lose': 'cannot lose them',
  'hibernating|hibernators|hibernator': 'hibernating',
});
/** Names that are everyday words: the segment only where one is spoken of. */
const everyday = phrases({
  'loyal customers|loyal|loyal customer|loyals': 'loyal customers',
  'new customers|new|new customer': 'new customers',
  promising: 'promising',
  'need attention|needs attention|needing attention|need of attention|needs our attention': 'need attention',
  lost: 'lost',
});
const segmentWords = phraseSet(`
  segment|segments|rfm segment|rfm segments|rfm group|rfm class|rfm|in rfm|by rfm|rfm category|
  cluster`);
const links = phraseSet('is|=|==|:|are|of|in|equals|one of|the|called|named|either|being|a|as');
const small = phraseSet(
  'the|our|in the|in|those|either|both|those in the|in our|a|from the|of the|rfm|who are|are|is',
);
const scores = phrases({
  'recency|r|recency score|rfm recency|r score|rfm.recency|recency rating|recency quintile|recency value|recency scores':
    'rfm.recency',
  'frequency|f|frequency score|rfm frequency|f score|frequency rating|frequency quintile|frequency value|frequency scores':
    'rfm.frequency',
  'monetary|m|monetary score|rfm monetary|m score|monetary value score|monetary rating|monetary quintile|monetary value|monetary scores':
    'rfm.monetary',
});

export const readSegment: ClauseReader = (sentence, at) => readScore(sentence, at) ?? readNamed(sentence, at);

const beforeSegment = phraseSet('whose|their|the|in the|in|with|with the|in our|are in the');
function readNamed(sentence: Sentence, at: number): Clause | null {
  const lead = sentence.find(sentence.skip(at, beforeSegment), segmentWords);
  if (lead) {
    const name = find(sentence, sentence.skip(lead.end, links), true);
    return name && clause(sentence.find(name.end, segmentWords)?.end ?? name.end, name.value, true);
  }
  const start = sentence.skip(at, small);
  const name = find(sentence, start, false);
  if (name)
    return {
      ...clause(sentence.find(name.end, segmentWords)?.end ?? name.end, name.value, false),
      noun: true,
    };
  const word = find(sentence, start, true);
  const after = word && sentence.find(word.end, segmentWords);
  return word && after ? clause(after.end, word.value, true) : null;
}

function find(sentence: Sentence, at: number, spokenOf: boolean): Read<string> | null {
  const token = sentence.tokens[at];
  if (token?.kind === 'quote') {
    const words = plain(token.text);
    const named = [own, everyday]
      .flatMap((table) => table.get(words.split(' ')[0] ?? '') ?? [])
      .find((phrase) => phrase.words.join(' ') === words);
    return named && spokenOf ? { value: named.value, end: at + 1 } : null;
  }
  return sentence.find(at, own) ?? (spokenOf ? (sentence.find(at, everyday) ?? null) : null);
}

/** @param spokenOf whether segments were named as such, so that the everyday words too mean them in the list */
const clause = (end: number, segment: string, spokenOf: boolean): Clause => ({
  kind: 'segment',
  end,
  node: rule('rfm.segment', '=', segment),
  exclusive: true,
  again: (s, at) => {
    const name = find(s, s.skip(at, small), spokenOf);
    return name && clause(s.find(name.end, segmentWords)?.end ?? name.end, name.value, spokenOf);
  },
});

/** “recency score of at least 4”. */
function readScore(sentence: Sentence, at: number): Clause | null {
  const score = sentence.find(sentence.is(at, 'a', 'whose', 'rfm', 'with') ? at + 1 : at, scores);
  if (!score) return null;
  const said =
    score.end > at + 1 || sentence.is(at, 'recency', 'frequency', 'monetary') || sentence.is(at - 1, 'rfm');
  const comparison = readComparison(sentence, sentence.skip(score.end, links));
  if (!said || !comparison || comparison.value.money) return null;
  return {
    kind: 'segment',
    end: comparison.end,
    node: compared(score.value, comparison.value),
    again: (s, place) => {
      const next = readComparison(s, place);
      return next?.value.stated && !next.value.money
        ? { kind: 'segment', end: next.end, node: compared(score.value, next.value) }
        : null;
    },
  };
}
