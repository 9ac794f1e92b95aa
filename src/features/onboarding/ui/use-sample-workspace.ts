'use client';
import { enterWorkspace, headFor } from '@/ui/other-workspace.ts';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';

/** Where one watches it being filled. */
const PROGRESS = '/workspaces/sample';

/** Makes the workspace to play in, or goes to the one there is. */
export function useSampleWorkspace(): { open(): void; pending: boolean; mine: boolean } {
  const mine = trpc.workspaces.mine.useQuery(undefined, { staleTime: 30_000 });
  const create = trpc.onboarding.createSample.useMutation({
    onMutate: () => headFor(PROGRESS),
    onSuccess: () => enterWorkspace(PROGRESS),
    onError: (error) => {
      headFor(null);
      toast.error(error);
    },
  });
  return {
    open: () => create.mutate(),
    pending: create.isPending || create.isSuccess,
    mine: mine.data?.some(({ isSample, role }) => isSample && role === 'OWNER') ?? false,
  };
}
