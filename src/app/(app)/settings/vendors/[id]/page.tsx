import type { Metadata } from 'next';
import { EditVendor } from '@/features/vendors/ui/edit-vendor.tsx';

export const metadata: Metadata = { title: 'Vendor' };

export default async function VendorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <EditVendor id={id} />;
}
