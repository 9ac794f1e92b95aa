import type { Metadata } from 'next';
import { ImportPage } from '@/features/imports/ui/import-page.tsx';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportDetailPage({ params }: { params: Promise<{ id: string }> }) {
  return <ImportPage id={(await params).id} />;
}
