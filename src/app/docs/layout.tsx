import type { ReactNode } from 'react';
import { docsSections } from '@/features/docs/docs-pages.ts';
import { DocsFrame } from '@/features/docs/ui/docs-frame.tsx';
import './docs.css';

export default function DocsLayout({ children }: { children: ReactNode }) {
  return <DocsFrame sections={docsSections}>{children}</DocsFrame>;
}
