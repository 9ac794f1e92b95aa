import type { Metadata } from 'next';
import { SampleProgressPage } from '@/features/onboarding/ui/sample-progress-page.tsx';

export const metadata: Metadata = { title: 'Your sample workspace' };

export default function SampleWorkspace() {
  return <SampleProgressPage />;
}
