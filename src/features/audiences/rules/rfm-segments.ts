/**
 * The eleven named segments of RFM analysis. Rules compare `rfm.segment` with their names in lower case, as they are
 * stored with the customers.
 */
export const rfmSegments = [
  {
    name: 'champions',
    label: 'Champions',
    meaning: 'Ordered just now, order often and spend the most.',
    advice: 'Reward them, let them try new things first, ask for reviews and referrals.',
  },
  {
    name: 'loyal customers',
    label: 'Loyal customers',
    meaning: 'Come back regularly and spend well.',
    advice: 'Offer more of what they like and a loyalty programme.',
  },
  {
    name: 'potential loyalists',
    label: 'Potential loyalists',
    meaning: 'Ordered recently, and more than just a little.',
    advice: 'Recommend products that go together and invite them to a membership.',
  },
  {
    name: 'new customers',
    label: 'New customers',
    meaning: 'Ordered just now, seldom or little so far.',
    advice: 'Welcome them, help them get started, build the habit with a second order.',
  },
  {
    name: 'promising',
    label: 'Promising',
    meaning: 'Ordered fairly recently, but have not spent much.',
    advice: 'Make yourself known: a small offer, free delivery, useful tips.',
  },
  {
    name: 'need attention',
    label: 'Need attention',
    meaning: 'Middling in every way, and neither coming nor going.',
    advice: 'A limited offer based on what they bought before.',
  },
  {
    name: 'about to sleep',
    label: 'About to sleep',
    meaning: 'Not here for a while, and never ordered much.',
    advice: 'Show what is popular, or a discount to come back for.',
  },
  {
    name: 'at risk',
    label: 'At risk',
    meaning: 'Ordered often or spent well, but some time ago.',
    advice: 'Write personally, show what is new, make returning easy.',
  },
  {
    name: 'cannot lose them',
    label: 'Cannot lose them',
    meaning: 'Were among the best, and have not ordered for the longest time.',
    advice: 'Win them back in person: ask what went wrong, offer something real.',
  },
  {
    name: 'hibernating',
    label: 'Hibernating',
    meaning: 'Last order long ago; a few orders, little spent.',
    advice: 'An occasional offer; do not spend much on it.',
  },
  {
    name: 'lost',
    label: 'Lost',
    meaning: 'Lowest in recency, frequency and spend.',
    advice: 'One last attempt, then leave them in peace.',
  },
] as const;
export type RfmSegment = (typeof rfmSegments)[number]['name'];
export const RFM_SEGMENTS: readonly RfmSegment[] = rfmSegments.map(({ name }) => name);

/** Rows: recency score 1 to 5. Columns: the mean of the frequency and monetary scores, rounded half up, 1 to 5. */
const TABLE: readonly (readonly RfmSegment[])[] = [
  ['lost', 'hibernating', 'at risk', 'cannot lose them', 'cannot lose them'],
  ['about to sleep', 'about to sleep', 'at risk', 'at risk', 'at risk'],
  ['promising', 'potential loyalists', 'need attention', 'loyal customers', 'loyal customers'],
  ['promising', 'potential loyalists', 'loyal customers', 'champions', 'champions'],
  ['new customers', 'potential loyalists', 'loyal customers', 'champions', 'champions'],
];

/** All cells of the table row by row, for the database: the segment of (r, fm) is at (r - 1) * 5 + (fm - 1). */
export const segmentCells: readonly RfmSegment[] = TABLE.flat();

export interface RfmScores {
  /** 1 (lowest fifth) to 5 (highest). */
  recency: number;
  frequency: number;
  monetary: number;
}

/** The mean of frequency and monetary score, rounded half up. */
export const valueScore = ({ frequency, monetary }: Omit<RfmScores, 'recency'>): number =>
  Math.floor((frequency + monetary + 1) / 2);

/** The segment of three scores. @throws RangeError for a score that is not a whole number from 1 to 5 */
export function segmentOf(scores: RfmScores): RfmSegment {
  const segment = segmentCells[(scores.recency - 1) * 5 + valueScore(scores) - 1];
  if (!segment || ![scores.recency, scores.frequency, scores.monetary].every((s) => s >= 1 && s <= 5))
    throw new RangeError('Scores are whole numbers from 1 to 5');
  return segment;
}
