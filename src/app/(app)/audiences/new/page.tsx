import type { Metadata } from 'next';
import { NewAudience } from '@/features/audiences/ui/new-audience.tsx';

export const metadata: Metadata = { title: 'New audience' };

export default function NewAudiencePage() {
  return <NewAudience />;
}
