import type { RfmSegment } from '@/features/audiences/rules/rfm-segments.ts';

/** The mood of a segment: doing well, growing, slipping, gone. The words carry the meaning. */
export const segmentLooks: Record<RfmSegment, string> = {
  champions: 'bg-success-soft text-success-text',
  'loyal customers': 'bg-success-soft text-success-text',
  'potential loyalists': 'bg-accent-soft text-accent-text',
  'new customers': 'bg-accent-soft text-accent-text',
  promising: 'bg-accent-soft text-accent-text',
  'need attention': 'bg-warning-soft text-warning-text',
  'about to sleep': 'bg-warning-soft text-warning-text',
  'at risk': 'bg-danger-soft text-danger-text',
  'cannot lose them': 'bg-danger-soft text-danger-text',
  hibernating: 'bg-sunken text-muted',
  lost: 'bg-sunken text-muted',
};
