import { rfmSegments } from '@/features/audiences/rules/rfm-segments.ts';
import { cn } from '@/lib/cn.ts';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import type { Rfm } from '../rfm.schema.ts';
import { segmentLooks } from './segment-looks.ts';
import { layOut } from './tiles.ts';

const labels = new Map(rfmSegments.map(({ name, label }) => [name, label]));

/** How wide the map is to its height, and the least share of each that has room for words. */
const SHAPES = {
  wide: { aspect: 3, least: { width: 0.09, height: 0.2 }, className: 'h-64 max-sm:hidden' },
  narrow: { aspect: 0.7, least: { width: 0.3, height: 0.09 }, className: 'h-104 sm:hidden' },
};

/** The segments as areas; the table below says the same to who does not see it. */
export const SegmentMap = ({ rfm }: { rfm: Rfm }) => (
  <Card>
    <CardHeader title="Where customers stand" description="Each area is as large as its segment." />
    <CardBody>
      <Areas rfm={rfm} shape={SHAPES.wide} />
      <Areas rfm={rfm} shape={SHAPES.narrow} />
    </CardBody>
  </Card>
);

function Areas({
  rfm: { segments, customers },
  shape: { aspect, least, className },
}: {
  rfm: Rfm;
  shape: (typeof SHAPES)['wide'];
}) {
  const tiles = layOut(segments, (segment) => segment.customers, aspect);
  return (
    <div className={cn('relative overflow-hidden rounded-lg', className)} aria-hidden>
      {tiles.map(({ item: { segment, customers: n }, x, y, width, height }) => (
        <div
          key={segment}
          title={`${labels.get(segment)}: ${formatNumber(n)} (${formatShare(n, customers)})`}
          className={cn(
            'absolute overflow-hidden border-2 border-surface p-2 text-small leading-tight',
            segmentLooks[segment],
          )}
          style={{
            left: `${x * 100}%`,
            top: `${y * 100}%`,
            width: `${width * 100}%`,
            height: `${height * 100}%`,
          }}
        >
          {width >= least.width && height >= least.height && (
            <>
              <span className="block font-medium">{labels.get(segment)}</span>
              <span className="block tabular-nums">{formatShare(n, customers)}</span>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
