import type { Metadata } from 'next';
import { NewImport } from '@/features/imports/ui/new-import.tsx';

export const metadata: Metadata = { title: 'New import' };

export default async function NewImportPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kind } = await searchParams;
  return <NewImport initialKind={kind === 'orders' ? 'ORDERS' : 'CUSTOMERS'} />;
}
