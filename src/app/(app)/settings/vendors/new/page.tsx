import type { Metadata } from 'next';
import { NewVendor } from '@/features/vendors/ui/new-vendor.tsx';

export const metadata: Metadata = { title: 'New vendor' };

export default async function NewVendorPage({ searchParams }: { searchParams: Promise<{ kind?: string }> }) {
  const { kind } = await searchParams;
  return <NewVendor kind={kind === 'http' ? 'HTTP' : 'SMTP'} />;
}
