'use client';
import {
  ArrowUpFromLine,
  BookOpen,
  KeyRound,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  MailWarning,
  Megaphone,
  ReceiptText,
  ScrollText,
  Settings2,
  ShieldBan,
  ShieldCheck,
  Truck,
  UserCog,
  Users,
  UsersRound,
  Webhook,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/lib/cn.ts';
import { type Permission, useWorkspace } from '@/ui/use-workspace.ts';

interface Entry {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Of no use to those who may not do this, so not shown to them. */
  needs?: Permission;
}

const groups: { label: string | null; entries: Entry[] }[] = [
  { label: null, entries: [{ href: '/dashboard', label: 'Dashboard', icon: LayoutDashboard }] },
  {
    label: 'Shop',
    entries: [
      { href: '/customers', label: 'Customers', icon: Users },
      { href: '/orders', label: 'Orders', icon: ReceiptText },
      { href: '/imports', label: 'Imports', icon: ArrowUpFromLine },
    ],
  },
  {
    label: 'Marketing',
    entries: [
      { href: '/audiences', label: 'Audiences', icon: UsersRound },
      { href: '/campaigns', label: 'Campaigns', icon: Megaphone },
      { href: '/failures', label: 'Failures', icon: MailWarning },
      { href: '/suppressions', label: 'Suppressions', icon: ShieldBan },
    ],
  },
  {
    label: 'Settings',
    entries: [
      { href: '/settings/workspace', label: 'Workspace', icon: Settings2 },
      { href: '/settings/members', label: 'Members', icon: UserCog },
      { href: '/settings/api-keys', label: 'API keys', icon: KeyRound },
      { href: '/settings/vendors', label: 'Vendors', icon: Truck },
      { href: '/settings/webhooks', label: 'Webhooks', icon: Webhook, needs: 'webhooks:read' },
      { href: '/settings/privacy', label: 'Privacy', icon: ShieldCheck, needs: 'privacy:read' },
      { href: '/settings/audit', label: 'Audit log', icon: ScrollText, needs: 'audit:read' },
      { href: '/queues', label: 'Queues', icon: Layers, needs: 'queue:write' },
      { href: '/api/swagger', label: 'API reference', icon: BookOpen },
    ],
  },
];

/** The app's places. `onNavigate` closes the drawer on a phone. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const pathname = usePathname();
  const may = useWorkspace().data?.permissions ?? [];
  return (
    <nav aria-label="Main" className="flex flex-col gap-5">
      {groups.map((group) => (
        <div key={group.label ?? 'top'}>
          {group.label && <p className="px-3 pb-1 font-medium text-muted text-xs">{group.label}</p>}
          <ul className="flex flex-col gap-0.5">
            {group.entries.map(({ href, label, icon: Icon, needs }) => {
              if (needs && !may.includes(needs)) return null;
              const here = pathname === href || pathname.startsWith(`${href}/`);
              const className = cn(
                'flex items-center gap-2.5 rounded-lg px-3 py-1.5 font-medium text-sm transition-colors',
                here ? 'bg-accent-soft text-accent-text' : 'text-muted hover:bg-sunken hover:text-foreground',
              );
              const content = (
                <>
                  <Icon className="size-4" aria-hidden />
                  {label}
                </>
              );
              return (
                <li key={href}>
                  {href.startsWith('/api/') ? (
                    <a href={href} className={className}>
                      {content}
                    </a>
                  ) : (
                    <Link
                      href={href}
                      className={className}
                      aria-current={here ? 'page' : undefined}
                      {...(onNavigate ? { onClick: onNavigate } : {})}
                    >
                      {content}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
