'use client';
import { Check, ChevronsUpDown, Plus, Store } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu as Primitive } from 'radix-ui';
import { useSampleWorkspace } from '@/features/onboarding/ui/use-sample-workspace.ts';
import { cn } from '@/lib/cn.ts';
import { plural } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { MenuItem, MenuLabel, MenuSeparator } from '@/ui/menu.tsx';
import { useFollowToWorkspace } from '@/ui/other-workspace.ts';
import { Skeleton } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useWorkspace } from '@/ui/use-workspace.ts';
import type { MyWorkspace } from '../../members.schema.ts';
import { roleLabel } from '../roles.ts';
import { useSwitchWorkspace } from './use-switch-workspace.ts';

/** Which workspace one is in, and the way to one's others. */
export function WorkspaceSwitcher({ narrow }: { narrow: boolean }) {
  const here = useWorkspace();
  const mine = trpc.workspaces.mine.useQuery(undefined, { staleTime: 30_000 });
  const change = useSwitchWorkspace();
  const sample = useSampleWorkspace();
  useFollowToWorkspace();
  if (!here.data) return <Skeleton className={narrow ? 'size-10' : 'h-14 w-full'} />;
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger
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
      </Primitive.Trigger>
      {/* In its place, not at the end of the page: on a phone it opens within the drawer. */}
      <Primitive.Content
        align="start"
        sideOffset={6}
        collisionPadding={8}
        className="data-[state=open]:fade-in-0 z-50 max-h-[60dvh] w-54 overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-popover duration-quick data-[state=open]:animate-in"
      >
        <MenuLabel>Your workspaces</MenuLabel>
        <Primitive.RadioGroup
          value={here.data.id}
          onValueChange={(id) => id !== here.data.id && change.mutate({ id })}
        >
          {(mine.data ?? []).map((workspace) => (
            <Choice key={workspace.id} workspace={workspace} here={workspace.id === here.data.id} />
          ))}
        </Primitive.RadioGroup>
        {mine.isError && <MenuLabel>{messageOf(mine.error)}</MenuLabel>}
        <MenuSeparator />
        <MenuItem asChild>
          <Link href="/workspaces/new">
            <Plus aria-hidden />
            Create a workspace
          </Link>
        </MenuItem>
        {!sample.mine && (
          <MenuItem onSelect={sample.open}>
            <Store aria-hidden />
            Try a sample workspace
          </MenuItem>
        )}
      </Primitive.Content>
    </Primitive.Root>
  );
}

const Choice = ({
  workspace: { id, name, role, members, isSample },
  here,
}: {
  workspace: MyWorkspace;
  here: boolean;
}) => (
  <Primitive.RadioItem
    value={id}
    className="flex cursor-pointer select-none items-center gap-2.5 rounded-lg px-2.5 py-2 text-sm outline-none data-[highlighted]:bg-sunken"
  >
    <span className="min-w-0 flex-1">
      <span className="line-clamp-2 wrap-anywhere">{name}</span>
      {isSample && <Badge tone="info">Sample</Badge>}
      <span className="block text-muted text-caption">
        {roleLabel[role]} · {plural(members, 'member')}
      </span>
    </span>
    <Check className={cn('size-4 shrink-0 text-accent-text', !here && 'invisible')} aria-hidden />
  </Primitive.RadioItem>
);

const Initial = ({ name }: { name: string }) => (
  <span
    aria-hidden
    className="flex size-8 shrink-0 items-center justify-center rounded-md bg-accent-soft font-semibold text-accent-text text-sm"
  >
    {([...name.trim()][0] ?? '?').toUpperCase()}
  </span>
);
