'use client';
import { Card } from '@/ui/card.tsx';
import { Loaded } from '@/ui/loaded.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { SkeletonForm } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { AiUseCard } from '../../../ai/ui/ai-use-card.tsx';
import { OwnerCard } from './owner-card.tsx';
import { WorkspaceForm } from './workspace-form.tsx';

/** What holds for the whole workspace: its name and money, and how much and when people are written to. */
export function WorkspaceSettingsPage() {
  const details = trpc.workspaces.settings.useQuery(undefined, { refetchOnWindowFocus: false });
  return (
    <>
      <PageHeader
        title="Workspace"
        description="What holds for every campaign: how often people are written to, and when they are left in peace."
      />
      <div className="flex flex-col gap-6">
        {details.data ? (
          <WorkspaceForm details={details.data} />
        ) : (
          <Card>
            <Loaded query={details} skeleton={<SkeletonForm />}>
              {() => null}
            </Loaded>
          </Card>
        )}
        <AiUseCard />
        <OwnerCard />
      </div>
    </>
  );
}
