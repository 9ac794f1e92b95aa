import type { Metadata } from 'next';
import { CustomerList } from '@/features/customers/ui/customer-list.tsx';

export const metadata: Metadata = { title: 'Customers' };

export default function CustomersPage() {
  return <CustomerList />;
}
