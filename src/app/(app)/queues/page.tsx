import type { Metadata } from 'next';
import { QueuesPage } from '@/features/queue/ui/queues-page.tsx';

export const metadata: Metadata = { title: 'Queues' };

export default async function Queues({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { failed } = await searchParams;
  return <QueuesPage failed={typeof failed === 'string' ? failed : undefined} />;
}
