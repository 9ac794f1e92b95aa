'use client';
import { Check, Plus, Store } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactElement } from 'react';
import { cn } from '@/lib/cn.ts';
import { plural } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/ui/menu.tsx';
import type { MyWorkspace } from '../../members.schema.ts';
import { roleLabel } from '../role-label.ts';

/**
 * The workspaces to choose from, and the ways to new ones.
 * @param here the id of the one one is in
 * @param problem why they are not all there
 * @param onSample makes a workspace to play in; null where there is one already
 */
export const WorkspaceChoice = ({
  trigger,
  here,
  workspaces,
  problem,
  onSwitch,
  onSample,
}: {
  trigger: ReactElement;
  here: string;
  workspaces: readonly MyWorkspace[];
  problem: string | null;
  onSwitch(id: string): void;
  onSample: (() => void) | null;
}) => (
  <Menu trigger={trigger} align="start" defaultOpen className="max-h-[60dvh] w-54">
    <MenuLabel>Your workspaces</MenuLabel>
    <Primitive.RadioGroup value={here} onValueChange={(id) => id !== here && onSwitch(id)}>
      {workspaces.map((workspace) => (
        <Choice key={workspace.id} workspace={workspace} here={workspace.id === here} />
      ))}
    </Primitive.RadioGroup>
    {problem && <MenuLabel>{problem}</MenuLabel>}
    <MenuSeparator />
    <MenuItem asChild>
      <Link href="/workspaces/new">
        <Plus aria-hidden />
        Create a workspace
      </Link>
    </MenuItem>
    {onSample && (
      <MenuItem onSelect={onSample}>
        <Store aria-hidden />
        Try a sample workspace
      </MenuItem>
    )}
  </Menu>
);

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
