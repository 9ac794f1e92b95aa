'use client';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
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
      {!details.data && (
        <Card>
          {details.isError ? (
            <ErrorState message={messageOf(details.error)} onRetry={() => void details.refetch()} />
          ) : (
            <SkeletonRows />
          )}
        </Card>
      )}
      {details.data && <WorkspaceForm details={details.data} />}
      <div className="mt-6">
        <AiUseCard />
      </div>
      <div className="mt-6">
        <OwnerCard />
      </div>
    </>
  );
}
