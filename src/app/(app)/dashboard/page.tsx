import type { Metadata } from 'next';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata: Metadata = { title: 'Dashboard' };

export default function DashboardPage() {
  return <PageHeader title="Dashboard" />;
}
