'use client';
import Link from 'next/link';
import { useState } from 'react';
import { formatNumber } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { useStanding } from '@/ui/use-postponed.ts';
import { useMay } from '@/ui/use-workspace.ts';
import type { Vendor, VendorWithHealth } from '../vendors.schema.ts';
import { DeleteVendor } from './delete-vendor.tsx';
import { TestVendorDialog } from './test-vendor-dialog.tsx';
import { kindNames, placeOf, sendsReceipts } from './vendor-kinds.ts';
import { VendorState } from './vendor-state.tsx';

/** Every vendor of the workspace, with what can be done to each. */
export function VendorTable({ vendors }: { vendors: VendorWithHealth[] }) {
  const [testing, setTesting] = useState<Vendor | null>(null);
  const may = useMay('vendors:write') === true;
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
          {useStanding(vendors).map((vendor) => (
            <VendorRow key={vendor.id} vendor={vendor} may={may} onTest={() => setTesting(vendor)} />
          ))}
        </tbody>
      </Table>
      {testing && <TestVendorDialog vendor={testing} onClose={() => setTesting(null)} />}
    </>
  );
}

function VendorRow({ vendor, may, onTest }: { vendor: VendorWithHealth; may: boolean; onTest(): void }) {
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
            <DeleteVendor vendor={vendor} />
          </>
        )}
      </Td>
    </Tr>
  );
}
