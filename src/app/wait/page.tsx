import type { Metadata } from 'next';
import { WaitPage } from '@/ui/wait-page.tsx';

export const metadata: Metadata = { title: 'One moment', robots: { index: false, follow: false } };

/** Stands in for a page that was asked for too often; the address stays that page's (src/proxy.ts). */
export default async function Wait({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const seconds = Math.trunc(Number((await searchParams).seconds));
  return <WaitPage seconds={seconds >= 1 && seconds <= 3_600 ? seconds : 5} />;
}
