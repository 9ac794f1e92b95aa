import type { Metadata } from 'next';
import { VendorsPage } from '@/features/vendors/ui/vendors-page.tsx';

export const metadata: Metadata = { title: 'Vendors' };

export default function Vendors() {
  return <VendorsPage />;
}
