import type { Metadata } from 'next';
import { Dashboard } from '@/features/analytics/ui/dashboard.tsx';

export const metadata: Metadata = { title: 'Dashboard' };

export default function DashboardPage() {
  return <Dashboard />;
}
