import type { Metadata } from 'next';
import { readUnsubscribeLink, type UnsubscribeLink } from '@/features/campaigns/messages.service.ts';
import { UnsubscribeCard } from '@/features/campaigns/ui/unsubscribe/unsubscribe-card.tsx';
import { AppError } from '@/server/errors.ts';

export const metadata: Metadata = {
  title: 'Unsubscribe',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <UnsubscribeCard token={token} link={token === 'preview' ? 'preview' : await linkOf(token)} />;
}

async function linkOf(token: string): Promise<UnsubscribeLink | null> {
  try {
    return await readUnsubscribeLink(token);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
