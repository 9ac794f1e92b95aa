import type { Metadata } from 'next';
import { EditAudience } from '@/features/audiences/ui/edit-audience.tsx';

export const metadata: Metadata = { title: 'Audience' };

export default async function AudiencePage({ params }: { params: Promise<{ id: string }> }) {
  return <EditAudience id={(await params).id} />;
}
