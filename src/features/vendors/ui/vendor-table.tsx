'use client';
import Link from 'next/link';
import { useState } from 'react';
import { formatNumber } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Vendor, VendorWithHealth } from '../vendors.schema.ts';
import { TestVendorDialog } from './test-vendor-dialog.tsx';
import { kindNames, placeOf, sendsReceipts } from './vendor-kinds.ts';
import { VendorState } from './vendor-state.tsx';

/** Every vendor of the workspace, with what can be done to each. */
export function VendorTable({ vendors }: { vendors: VendorWithHealth[] }) {
  const [testing, setTesting] = useState<Vendor | null>(null);
  const [deleting, setDeleting] = useState<Vendor | null>(null);
  const may = useMay('vendors:write') === true;
  const utils = trpc.useUtils();
  const remove = trpc.vendors.delete.useMutation({
    onSuccess: () => toast.success('Vendor deleted'),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: async () => {
      await utils.vendors.list.invalidate();
      setDeleting(null);
    },
  });
  return (
    <>
      <Table stack label="Vendors">
        <thead>
          <tr>
            <Th>Name</Th>
            <Th>State</Th>
            <Th>Sends to</Th>
            <Th className="text-right">Messages a second</Th>
            <Th>Receipts</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {vendors.map((vendor) => (
            <VendorRow
              key={vendor.id}
              vendor={vendor}
              may={may}
              onTest={() => setTesting(vendor)}
              onDelete={() => setDeleting(vendor)}
            />
          ))}
        </tbody>
      </Table>
      {testing && <TestVendorDialog vendor={testing} onClose={() => setTesting(null)} />}
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={(open) => !open && setDeleting(null)}
        title={`Delete “${deleting?.name ?? ''}”?`}
        description="Its settings and secrets are deleted. Failures of its past campaigns cannot be sent again through it."
        action="Delete vendor"
        pending={remove.isPending}
        onConfirm={() => deleting && remove.mutate({ id: deleting.id })}
      />
    </>
  );
}

function VendorRow({
  vendor,
  may,
  onTest,
  onDelete,
}: {
  vendor: VendorWithHealth;
  may: boolean;
  onTest(): void;
  onDelete(): void;
}) {
  const own = vendor.kind !== 'SIMULATOR';
  const href = own ? `/settings/vendors/${vendor.id}` : '#simulator';
  return (
    <Tr>
      <Td className="min-w-40 max-w-40 sm:max-w-64">
        <Link
          href={href}
          title={vendor.name}
          className="block truncate font-medium hover:text-accent-text hover:underline"
        >
          {vendor.name}
        </Link>
        <span className="text-small text-muted">{kindNames[vendor.kind]}</span>
      </Td>
      <Td label="State" className="min-w-36 whitespace-nowrap">
        <VendorState health={vendor.health} />
      </Td>
      <Td label="Sends to" className="max-w-56 truncate text-muted" title={placeOf(vendor)}>
        {placeOf(vendor)}
      </Td>
      <Td label="Per second" className="text-right tabular-nums">
        {vendor.ratePerSecond === null ? (
          <span className="text-muted">No limit</span>
        ) : (
          formatNumber(vendor.ratePerSecond)
        )}
      </Td>
      <Td label="Receipts" className="text-muted">
        {sendsReceipts(vendor) ? 'Yes' : 'None'}
      </Td>
      <Td className="whitespace-nowrap text-right">
        {own && may && (
          <>
            <Button variant="ghost" size="sm" aria-label={`Test ${vendor.name}`} onClick={onTest}>
              Test
            </Button>
            <Button variant="danger-ghost" size="sm" aria-label={`Delete ${vendor.name}`} onClick={onDelete}>
              Delete
            </Button>
          </>
        )}
      </Td>
    </Tr>
  );
}
