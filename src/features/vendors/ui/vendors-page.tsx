'use client';
import { Globe, Lock, Mail, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { Loaded } from '@/ui/loaded.tsx';
import { Menu, MenuItem } from '@/ui/menu.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, SkeletonTable } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { RealVendorCard } from './real-vendor-card.tsx';
import { SimulatorForm } from './simulator-form.tsx';
import { VendorTable } from './vendor-table.tsx';

/** Who delivers the messages: the vendors of one's own, and the built-in simulator with how well it should behave. */
export function VendorsPage() {
  const mayRead = useMay('vendors:read');
  const mayWrite = useMay('vendors:write');
  return (
    <>
      <PageHeader
        title="Vendors"
        description="A vendor takes messages from us and delivers them. A campaign names the one it goes through."
        actions={mayWrite && <AddVendor />}
      />
      {mayRead === false ? (
        <Card>
          <EmptyState icon={Lock} title="Only marketers see the vendors">
            Ask an administrator or owner of the workspace if you need to.
          </EmptyState>
        </Card>
      ) : (
        <Vendors />
      )}
    </>
  );
}

/** How often the table looks whether a vendor that was away is back. */
const REFRESH_MS = 3_000;

function Vendors() {
  const vendors = trpc.vendors.list.useQuery(undefined, {
    refetchInterval: ({ state }) =>
      state.data?.some(({ health }) => health.state !== 'CLOSED') ? REFRESH_MS : false,
  });
  return (
    <div className="flex flex-col gap-6">
      <Card className="overflow-hidden">
        <Loaded query={vendors} skeleton={<SkeletonTable columns={4} rows={3} />}>
          {(data) => <VendorTable vendors={data} />}
        </Loaded>
      </Card>
      {vendors.data?.map(
        (vendor) =>
          vendor.kind === 'SIMULATOR' && (
            <div key={vendor.id} id="simulator" className="scroll-mt-6">
              <SimulatorForm vendor={vendor} />
            </div>
          ),
      )}
      <RealVendorCard />
    </div>
  );
}

function AddVendor() {
  const router = useRouter();
  return (
    <Menu
      trigger={
        <Button>
          <Plus aria-hidden />
          Add a vendor
        </Button>
      }
    >
      <MenuItem onSelect={() => router.push('/settings/vendors/new?kind=smtp')}>
        <Mail aria-hidden />
        Mail server (SMTP)
      </MenuItem>
      <MenuItem onSelect={() => router.push('/settings/vendors/new?kind=http')}>
        <Globe aria-hidden />
        HTTP API
      </MenuItem>
    </Menu>
  );
}
