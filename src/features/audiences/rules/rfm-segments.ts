/** The eleven segments a customer's recency, frequency and monetary scores place them in, as rules and rows hold them. */
export const RFM_SEGMENTS = [
  'champions',
  'loyal customers',
  'potential loyalists',
  'new customers',
  'promising',
  'need attention',
  'about to sleep',
  'at risk',
  'cannot lose them',
  'hibernating',
  'lost',
] as const;
