import type { Metadata } from 'next';
import { CustomerMessages } from '@/features/campaigns/ui/customer-messages.tsx';
import { CustomerProfile } from '@/features/customers/ui/customer-profile.tsx';
import { CustomerOrders } from '@/features/orders/ui/customer-orders.tsx';

export const metadata: Metadata = { title: 'Customer' };

export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <CustomerProfile id={id}>
      <CustomerMessages customerId={id} />
      <CustomerOrders customerId={id} />
    </CustomerProfile>
  );
}
