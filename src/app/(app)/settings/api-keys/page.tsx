import type { Metadata } from 'next';
import { ApiKeysPage } from '@/features/api-keys/ui/api-keys-page.tsx';

export const metadata: Metadata = { title: 'API keys' };

export default function ApiKeys() {
  return <ApiKeysPage />;
}
