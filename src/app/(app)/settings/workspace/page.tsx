import type { Metadata } from 'next';
import { WorkspaceSettingsPage } from '@/features/workspaces/ui/settings/workspace-settings-page.tsx';

export const metadata: Metadata = { title: 'Workspace settings' };

export default function WorkspaceSettings() {
  return <WorkspaceSettingsPage />;
}
