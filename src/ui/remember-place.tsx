'use client';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { addRecent } from './recent.ts';
import { useWorkspace } from './use-workspace.ts';

/** Puts the page among those looked at lately. Draws nothing. */
export function RememberPlace({ label, kind }: { label: string; kind: string }) {
  const href = usePathname();
  const workspaceId = useWorkspace().data?.id;
  useEffect(() => {
    if (workspaceId) addRecent(workspaceId, { href, label, kind });
  }, [workspaceId, href, label, kind]);
  return null;
}
