import type { Metadata } from 'next';
import { NewWorkspacePage } from '@/features/workspaces/ui/new-workspace-page.tsx';

export const metadata: Metadata = { title: 'Create a workspace' };

export default function NewWorkspace() {
  return <NewWorkspacePage />;
}
