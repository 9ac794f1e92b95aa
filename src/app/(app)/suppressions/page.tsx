import type { Metadata } from 'next';
import { SuppressionsPage } from '@/features/suppressions/ui/suppressions-page.tsx';

export const metadata: Metadata = { title: 'Suppressions' };

export default function Suppressions() {
  return <SuppressionsPage />;
}
