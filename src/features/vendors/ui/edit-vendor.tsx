'use client';
import { PlugZap } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { ErrorState, SkeletonForm } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { CreateVendorInput, Vendor } from '../vendors.schema.ts';
import { HttpForm } from './http-form.tsx';
import { ReceiptSecretCard } from './receipt-secret-card.tsx';
import { SimulatorForm } from './simulator-form.tsx';
import { SmtpForm } from './smtp-form.tsx';
import { TestVendorDialog } from './test-vendor-dialog.tsx';

/** One vendor's settings. Secrets are only said to be there. */
export function EditVendor({ id }: { id: string }) {
  // A refetch in the background must not pull the rug from under what is being edited.
  const vendor = trpc.vendors.get.useQuery({ id }, { staleTime: Number.POSITIVE_INFINITY });
  if (vendor.isPending)
    return (
      <Card>
        <SkeletonForm />
      </Card>
    );
  if (!vendor.data)
    return <ErrorState message={messageOf(vendor.error)} onRetry={() => void vendor.refetch()} />;
  return <Loaded vendor={vendor.data} />;
}

function Loaded({ vendor }: { vendor: Vendor }) {
  const [testing, setTesting] = useState(false);
  const may = useMay('vendors:write') === true;
  const router = useRouter();
  const utils = trpc.useUtils();
  const update = trpc.vendors.update.useMutation({
    onSuccess: async (changed) => {
      utils.vendors.get.setData(
        { id: changed.id },
        (before) => before && { ...changed, health: before.health },
      );
      toast.success('Saved. It holds for every message handed over from now on.');
      router.push('/settings/vendors');
      await utils.vendors.list.invalidate();
    },
  });
  const save = (input: CreateVendorInput) =>
    update.mutate({ ...input, id: vendor.id, ifUpdatedAt: vendor.updatedAt ?? new Date(0) });
  const { isPending: pending, error } = update;
  return (
    <>
      <PageHeader
        title={vendor.name}
        remember
        breadcrumbs={[{ href: '/settings/vendors', label: 'Vendors' }]}
        actions={
          may && (
            <Button variant="secondary" onClick={() => setTesting(true)}>
              <PlugZap aria-hidden />
              Test
            </Button>
          )
        }
      />
      {vendor.kind === 'HTTP' && (
        <div className="flex flex-col gap-6">
          {vendor.settings.receipts && <ReceiptSecretCard vendor={vendor} may={may} />}
          <HttpForm vendor={vendor} pending={pending} error={error} onSubmit={save} />
        </div>
      )}
      {vendor.kind === 'SMTP' && <SmtpForm vendor={vendor} pending={pending} error={error} onSubmit={save} />}
      {vendor.kind === 'SIMULATOR' && <SimulatorForm vendor={vendor} />}
      {testing && <TestVendorDialog vendor={vendor} onClose={() => setTesting(false)} />}
    </>
  );
}
