import type { Metadata } from 'next';
import { getEnv } from '@/env.ts';
import { NewImport } from '@/features/imports/ui/new-import.tsx';

export const metadata: Metadata = { title: 'New import' };

export default async function NewImportPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kind } = await searchParams;
  const maxFileMb = Math.floor(getEnv().uploadMaxBytes / 1_048_576);
  return <NewImport initialKind={kind === 'orders' ? 'ORDERS' : 'CUSTOMERS'} maxFileMb={maxFileMb} />;
}
