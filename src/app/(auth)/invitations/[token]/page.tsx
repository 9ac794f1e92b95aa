import type { Metadata } from 'next';
import { InvitationPage } from '@/features/workspaces/ui/invitation-page.tsx';

// The address is the key: it is told to no other site.
export const metadata: Metadata = {
  title: 'Your invitation',
  referrer: 'no-referrer',
  robots: { index: false },
};

export default async function Invitation({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <InvitationPage token={token} />;
}
