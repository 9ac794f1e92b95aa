import { itReads } from '../testing/it-reads.ts';

itReads('RFM segments', [
  ['champions', 'rfm.segment = champions'],
  ['at-risk customers', 'rfm.segment = at risk'],
  ['champions or hibernating', 'rfm.segment in champions, hibernating'],
  ['not about to sleep', 'rfm.segment != about to sleep'],
  ['cannot lose them', 'rfm.segment = cannot lose them'],
  ['RFM segment is lost', 'rfm.segment = lost'],
  ['the promising segment', 'rfm.segment = promising'],
  ['segment: loyal customers', 'rfm.segment = loyal customers'],
  [
    'loyal customers',
    'orderCount >= 5',
    { assumptions: ['“loyal customers” was read as at least 5 orders.'] },
  ],
  ['recency score of at least 4', 'rfm.recency >= 4'],
  ['monetary score 5 and frequency score below 3', 'rfm.monetary = 5 and rfm.frequency < 3'],
  ['the "need attention" segment', 'rfm.segment = need attention'],
]);
