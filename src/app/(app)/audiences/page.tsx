import type { Metadata } from 'next';
import { AudienceList } from '@/features/audiences/ui/audience-list.tsx';

export const metadata: Metadata = { title: 'Audiences' };

export default function AudiencesPage() {
  return <AudienceList />;
}
