import type { Metadata } from 'next';
import { NewAudience } from '@/features/audiences/ui/new-audience.tsx';

export const metadata: Metadata = { title: 'New audience' };

export default async function NewAudiencePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { segment, ready } = await searchParams;
  return (
    <NewAudience
      segment={typeof segment === 'string' ? segment : ''}
      ready={typeof ready === 'string' ? ready : ''}
    />
  );
}
