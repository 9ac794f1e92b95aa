'use client';
import { usePathname } from 'next/navigation';
import { enterWorkspace, samePlace } from '@/ui/other-workspace.ts';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';

/** Goes to another of one's workspaces, onto the page of the same kind. */
export function useSwitchWorkspace() {
  const utils = trpc.useUtils();
  const pathname = usePathname();
  return trpc.workspaces.switch.useMutation({
    onSuccess: () => enterWorkspace(samePlace(pathname)),
    onError: (error) => {
      toast.error(error);
      void utils.workspaces.mine.invalidate();
    },
  });
}
