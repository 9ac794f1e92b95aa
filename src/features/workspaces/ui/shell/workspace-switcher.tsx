'use client';
import { ChevronsUpDown } from 'lucide-react';
import { useSampleWorkspace } from '@/features/onboarding/ui/use-sample-workspace.ts';
import { cn } from '@/lib/cn.ts';
import { LateMenu } from '@/ui/late-menu.tsx';
import { useFollowToWorkspace } from '@/ui/other-workspace.ts';
import { Skeleton } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useWorkspace } from '@/ui/use-workspace.ts';
import { roleLabel } from '../role-label.ts';
import { useSwitchWorkspace } from './use-switch-workspace.ts';

const loadChoice = () => import('./workspace-choice.tsx').then((module) => module.WorkspaceChoice);

/** Which workspace one is in, and the way to one's others. */
export function WorkspaceSwitcher({ narrow }: { narrow: boolean }) {
  const here = useWorkspace();
  const mine = trpc.workspaces.mine.useQuery(undefined, { staleTime: 30_000 });
  const change = useSwitchWorkspace();
  const sample = useSampleWorkspace();
  useFollowToWorkspace();
  if (!here.data) return <Skeleton className={narrow ? 'size-10' : 'h-14 w-full'} />;
  return (
    <LateMenu
      load={loadChoice}
      props={{
        here: here.data.id,
        workspaces: mine.data ?? [],
        problem: mine.isError ? messageOf(mine.error) : null,
        onSwitch: (id: string) => change.mutate({ id }),
        onSample: sample.mine ? null : sample.open,
      }}
      trigger={
        <button
          type="button"
          className={cn(
            'flex min-w-0 items-center gap-2.5 rounded-lg border border-line text-left transition-colors hover:bg-sunken disabled:opacity-60',
            narrow ? 'size-10 justify-center border-transparent' : 'h-14 w-full px-2',
          )}
          disabled={change.isPending || change.isSuccess || sample.pending}
        >
          <Initial name={here.data.name} />
          <span className={narrow ? 'sr-only' : 'min-w-0 flex-1'}>
            <span className="sr-only">Workspace: </span>
            <span className="block truncate font-medium text-sm" title={here.data.name}>
              {here.data.name}
            </span>
            <span className="block truncate text-muted text-caption">
              {change.isPending || change.isSuccess || sample.pending
                ? 'Switching…'
                : here.data.isSample
                  ? 'Sample, nothing is real'
                  : roleLabel[here.data.role]}
            </span>
          </span>
          {!narrow && <ChevronsUpDown className="size-4 shrink-0 text-muted" aria-hidden />}
        </button>
      }
    />
  );
}

const Initial = ({ name }: { name: string }) => (
  <span
    aria-hidden
    className="flex size-8 shrink-0 items-center justify-center rounded-md bg-accent-soft font-semibold text-accent-text text-sm"
  >
    {([...name.trim()][0] ?? '?').toUpperCase()}
  </span>
);
