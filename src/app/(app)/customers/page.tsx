import type { Metadata } from 'next';
import { Suspense } from 'react';
import { CustomerList } from '@/features/customers/ui/customer-list.tsx';

export const metadata: Metadata = { title: 'Customers' };

export default function CustomersPage() {
  // The list reads its search and sort from the address.
  return (
    <Suspense>
      <CustomerList />
    </Suspense>
  );
}
