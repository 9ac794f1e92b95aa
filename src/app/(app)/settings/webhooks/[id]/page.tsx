import type { Metadata } from 'next';
import { EndpointPage } from '@/features/webhooks/ui/endpoint-page.tsx';

export const metadata: Metadata = { title: 'Webhook' };

export default async function WebhookPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <EndpointPage id={id} />;
}
