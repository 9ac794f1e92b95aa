'use client';
import { RefreshCw, Shapes } from 'lucide-react';
import { AudienceTabs } from '@/features/audiences/ui/insights/audience-tabs.tsx';
import { formatNumber } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay, useMoney } from '@/ui/use-workspace.ts';
import type { Rfm } from '../rfm.schema.ts';
import { BoundariesCard } from './boundaries-card.tsx';
import { SegmentMap } from './segment-map.tsx';
import { SegmentTable } from './segment-table.tsx';

/** The eleven RFM segments: how many, what they spend, what to do about them. */
export function SegmentsPage() {
  const utils = trpc.useUtils();
  const rfm = trpc.rfm.get.useQuery(undefined, { staleTime: 30_000 });
  const mayCompute = useMay('audiences:write') === true;
  trpc.rfm.onComputed.useSubscription(undefined, {
    onData: (data) => utils.rfm.get.setData(undefined, data),
  });
  const recompute = trpc.rfm.recompute.useMutation({
    onSuccess: () => toast.success('The scores are being computed anew'),
    onError: (error) => toast.error(messageOf(error)),
  });
  const computeButton = mayCompute && (
    <Button variant="secondary" pending={recompute.isPending} onClick={() => recompute.mutate()}>
      <RefreshCw aria-hidden />
      Compute now
    </Button>
  );
  return (
    <>
      <PageHeader
        title="RFM segments"
        description="Customers by how recently, how often and for how much they ordered. Computed each day and after each import."
        actions={rfm.data?.computedAt && computeButton}
      />
      <AudienceTabs current="segments" />
      {rfm.isPending && (
        <Card>
          <SkeletonRows />
        </Card>
      )}
      {rfm.isError && !rfm.data && (
        <Card>
          <ErrorState message={messageOf(rfm.error)} onRetry={() => void rfm.refetch()} />
        </Card>
      )}
      {rfm.data &&
        (rfm.data.customers === 0 ? (
          <Card>
            <EmptyState icon={Shapes} title="No segments yet" actions={computeButton}>
              {rfm.data.computedAt
                ? 'Nobody has ordered yet. Segments appear as soon as there are orders.'
                : 'The scores have not been computed yet. That happens by itself within the hour, and after each import of orders.'}
            </EmptyState>
          </Card>
        ) : (
          <Segments rfm={rfm.data} />
        ))}
    </>
  );
}

function Segments({ rfm }: { rfm: Rfm }) {
  const money = useMoney();
  return (
    <div className="flex flex-col gap-6">
      <p className="text-muted text-sm">
        <span className="font-semibold text-foreground tabular-nums">{formatNumber(rfm.customers)}</span>{' '}
        customers with orders, who spent{' '}
        <span className="font-semibold text-foreground tabular-nums">{money(rfm.totalSpend)}</span>
        {rfm.computedAt && (
          <>
            . Scores computed <Time value={rfm.computedAt} />
          </>
        )}
      </p>
      {rfm.customers < 5 && (
        <p className="text-muted text-sm">
          With fewer than five customers the fifths say little: take the segments with a grain of salt.
        </p>
      )}
      <SegmentMap rfm={rfm} />
      <SegmentTable rfm={rfm} />
      {rfm.boundaries && <BoundariesCard boundaries={rfm.boundaries} />}
    </div>
  );
}
