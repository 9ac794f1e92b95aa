import type { Metadata } from 'next';
import { NewAudience } from '@/features/audiences/ui/new-audience.tsx';
import { filterOfAddress } from '@/features/customers/list-address.schema.ts';

export const metadata: Metadata = { title: 'New audience' };

export default async function NewAudiencePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { segment, ready, customers } = await searchParams;
  return (
    <NewAudience
      segment={typeof segment === 'string' ? segment : ''}
      ready={typeof ready === 'string' ? ready : ''}
      filter={typeof customers === 'string' ? filterOfAddress(customers) : undefined}
    />
  );
}
