import type { Metadata } from 'next';
import { SegmentsPage } from '@/features/rfm/ui/segments-page.tsx';

export const metadata: Metadata = { title: 'RFM segments' };

export default function RfmSegmentsPage() {
  return <SegmentsPage />;
}
