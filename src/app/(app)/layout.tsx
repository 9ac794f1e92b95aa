import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/features/workspaces/ui/shell/app-shell.tsx';
import { SIDEBAR_COOKIE } from '@/features/workspaces/ui/shell/sidebar-cookie.ts';

export default async function AppLayout({ children }: { children: ReactNode }) {
  const narrow = (await cookies()).get(SIDEBAR_COOKIE)?.value === 'narrow';
  return <AppShell narrowAtFirst={narrow}>{children}</AppShell>;
}
