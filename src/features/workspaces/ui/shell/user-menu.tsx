'use client';
import { ChevronsUpDown } from 'lucide-react';
import { cn } from '@/lib/cn.ts';
import { LateMenu } from '@/ui/late-menu.tsx';
import { Skeleton } from '@/ui/states.tsx';
import { useWorkspace } from '@/ui/use-workspace.ts';
import { roleLabel } from '../role-label.ts';

const loadItems = () => import('./user-menu-items.tsx').then((module) => module.UserMenuItems);

/** Who one is here, and the ways to one's account and out. */
export function UserMenu({ narrow, onShowKeys }: { narrow: boolean; onShowKeys(): void }) {
  const { data } = useWorkspace();
  if (!data) return <Skeleton className={narrow ? 'size-9' : 'h-11 flex-1'} />;
  const name = data.user?.name ?? data.user?.email ?? '';
  return (
    <LateMenu
      load={loadItems}
      props={{ name, role: roleLabel[data.role], onShowKeys }}
      trigger={
        <button
          type="button"
          className={cn(
            'flex min-w-0 items-center gap-2.5 rounded-lg text-left transition-colors hover:bg-sunken',
            narrow ? 'size-9 justify-center' : 'flex-1 px-2 py-1.5',
          )}
        >
          <span
            aria-hidden
            className="flex size-7 shrink-0 items-center justify-center rounded-full bg-sunken font-semibold text-caption text-muted ring-1 ring-line"
          >
            {([...name.trim()][0] ?? '?').toUpperCase()}
          </span>
          <span className={narrow ? 'sr-only' : 'min-w-0 flex-1'}>
            <span className="sr-only">Account: </span>
            <span className="block truncate font-medium text-sm leading-tight">{name}</span>
            <span className="block truncate text-caption text-muted">{data.user?.email}</span>
          </span>
          {!narrow && <ChevronsUpDown className="size-4 shrink-0 text-muted" aria-hidden />}
        </button>
      }
    />
  );
}
