'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { Notice } from '@/ui/states.tsx';
import { useMay, useWorkspace } from '@/ui/use-workspace.ts';
import type { FirstSteps as Steps } from '../onboarding.schema.ts';
import { HideButton } from './hide-button.tsx';
import { SampleNotice } from './sample-notice.tsx';
import { isDone, useFirstSteps } from './use-first-steps.ts';

// Most workspaces are through with them.
const OpenSteps = dynamic(() => import('./open-steps.tsx').then((module) => module.OpenSteps), {
  ssr: false,
});

/** What a new workspace does first, until it is done or whoever looks has put it away. In a sample workspace: that it is one. */
export function FirstSteps() {
  const workspace = useWorkspace().data;
  const may = useMay('campaigns:write');
  if (!workspace) return null;
  if (workspace.isSample) return <SampleNotice />;
  return may ? <Checklist workspaceId={workspace.id} /> : null;
}

function Checklist({ workspaceId }: { workspaceId: string }) {
  const steps = useFirstSteps();
  const wasOpen = useWasOpen(workspaceId, steps.data);
  if (!steps.data || steps.data.hidden) return null;
  if (isDone(steps.data)) return wasOpen ? <AllDone /> : null;
  return <OpenSteps steps={steps.data} />;
}

const AllDone = () => (
  <Notice
    tone="success"
    title="That was everything to begin with"
    className="flex flex-wrap items-center gap-x-4"
  >
    <p className="flex-1">
      You have customers, orders, an audience and a campaign. Its results stand on the campaign’s page.
    </p>
    <HideButton label="Put away" />
  </Notice>
);

/** Whether the steps were seen unfinished in this tab: only then is it news that they are done. */
function useWasOpen(workspaceId: string, steps: Steps | undefined): boolean {
  const key = `nexusflow-first-steps-${workspaceId}`;
  const [wasOpen, setWasOpen] = useState(false);
  const open = steps !== undefined && !isDone(steps);
  useEffect(() => {
    if (open) sessionStorage.setItem(key, 'open');
    setWasOpen(sessionStorage.getItem(key) !== null);
  }, [open, key]);
  return wasOpen;
}
