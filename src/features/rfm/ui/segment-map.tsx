import { rfmSegments } from '@/features/audiences/rules/rfm-segments.ts';
import { cn } from '@/lib/cn.ts';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import type { Rfm } from '../rfm.schema.ts';
import { segmentLooks } from './segment-looks.ts';
import { layOut } from './tiles.ts';

/** About how wide the map is to its height. */
const ASPECT = 3;
/** Smaller tiles bear no words, which the table below has. */
const SMALL = 0.03;

const labels = new Map(rfmSegments.map(({ name, label }) => [name, label]));

/** The segments as areas; the table below says the same to who does not see it. */
export function SegmentMap({ rfm: { segments, customers } }: { rfm: Rfm }) {
  const tiles = layOut(segments, (segment) => segment.customers, ASPECT);
  return (
    <Card>
      <CardHeader title="Where customers stand" description="Each area is as large as its segment." />
      <CardBody>
        <div className="relative h-64 overflow-hidden rounded-lg max-sm:h-80" aria-hidden>
          {tiles.map(({ item: { segment, customers: n }, x, y, width, height }) => (
            <div
              key={segment}
              title={`${labels.get(segment)}: ${formatNumber(n)} (${formatShare(n, customers)})`}
              className={cn(
                'absolute overflow-hidden border-2 border-surface p-2 text-[13px] leading-tight',
                segmentLooks[segment],
              )}
              style={{
                left: `${x * 100}%`,
                top: `${y * 100}%`,
                width: `${width * 100}%`,
                height: `${height * 100}%`,
              }}
            >
              {width * height > SMALL && (
                <>
                  <span className="block font-medium">{labels.get(segment)}</span>
                  <span className="block tabular-nums">{formatShare(n, customers)}</span>
                </>
              )}
            </div>
          ))}
        </div>
      </CardBody>
    </Card>
  );
}
