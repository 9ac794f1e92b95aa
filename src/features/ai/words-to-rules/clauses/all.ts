import type { Clause, ClauseReader } from '../clause.ts';
import type { Sentence } from '../sentence.ts';
import { readAttribute } from './attributes.ts';
import { readContact } from './contact.ts';
import { readDates } from './dates.ts';
import { readHabit } from './habits.ts';
import { readOrderFigure } from './order-figures.ts';
import { readOrders } from './orders.ts';
import { readPlace } from './places.ts';
import { readSegment } from './segments.ts';
import { readBareMoney, readSpend } from './spend.ts';
import { readTags } from './tags.ts';

/** A new topic is a new reader here. Where several can read, the one that understands most words does. */
const readers: readonly ClauseReader[] = [
  readSegment,
  readTags,
  readAttribute,
  readHabit,
  readDates,
  readOrderFigure,
  readSpend,
  readOrders,
  readContact,
  readPlace,
];

/** The clause that starts at a place; of several the longest, of equals the first. */
export function readClause(sentence: Sentence, at: number): Clause | null {
  return sentence.once('clause', at, () => {
    let best: Clause | null = null;
    for (const read of readers) {
      const clause = read(sentence, at);
      if (clause && clause.end > at && (!best || clause.end > best.end)) best = clause;
    }
    return best ?? readBareMoney(sentence, at);
  });
}
