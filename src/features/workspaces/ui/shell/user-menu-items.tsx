'use client';
import { CircleUser, Keyboard, LogOut } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/ui/menu.tsx';
import { leave } from './leave.ts';

/** What the user's menu offers. */
export const UserMenuItems = ({
  trigger,
  name,
  role,
  onShowKeys,
}: {
  trigger: ReactElement;
  name: string;
  role: string;
  onShowKeys(): void;
}) => (
  <Menu defaultOpen align="start" trigger={trigger}>
    <MenuLabel>
      Signed in as {name} ({role.toLowerCase()})
    </MenuLabel>
    <MenuSeparator />
    <MenuItem asChild>
      <Link href="/settings/account">
        <CircleUser aria-hidden />
        Your account
      </Link>
    </MenuItem>
    <MenuItem onSelect={onShowKeys}>
      <Keyboard aria-hidden />
      Keyboard shortcuts
    </MenuItem>
    <MenuItem onSelect={() => leave()}>
      <LogOut aria-hidden />
      Sign out
    </MenuItem>
  </Menu>
);
