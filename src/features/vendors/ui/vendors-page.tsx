'use client';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { RealVendorCard } from './real-vendor-card.tsx';
import { SimulatorForm } from './simulator-form.tsx';

/** Who delivers the messages: the built-in simulator, told here how well it should behave. */
export function VendorsPage() {
  const vendors = trpc.vendors.list.useQuery();
  return (
    <>
      <PageHeader
        title="Vendors"
        description="A vendor takes messages from us, delivers them, and calls back with a receipt for each."
      />
      <div className="flex flex-col gap-6">
        {!vendors.data && (
          <Card>
            {vendors.isError ? (
              <ErrorState message={messageOf(vendors.error)} onRetry={() => void vendors.refetch()} />
            ) : (
              <SkeletonRows />
            )}
          </Card>
        )}
        {vendors.data?.map((vendor) => (
          <SimulatorForm key={vendor.id} vendor={vendor} />
        ))}
        <RealVendorCard />
      </div>
    </>
  );
}
