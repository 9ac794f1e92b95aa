'use client';
import { enterWorkspace } from '@/ui/other-workspace.ts';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';

/** Makes the workspace to play in, or goes to the one there is. */
export function useSampleWorkspace(): { open(): void; pending: boolean; mine: boolean } {
  const mine = trpc.workspaces.mine.useQuery(undefined, { staleTime: 30_000 });
  const create = trpc.onboarding.createSample.useMutation({
    onSuccess: () => enterWorkspace('/workspaces/sample'),
    onError: (error) => toast.error(error),
  });
  return {
    open: () => create.mutate(),
    pending: create.isPending || create.isSuccess,
    mine: mine.data?.some(({ isSample, role }) => isSample && role === 'OWNER') ?? false,
  };
}
