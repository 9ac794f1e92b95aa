import {
  ArrowUpFromLine,
  BookOpen,
  Braces,
  CircleUser,
  KeyRound,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  MailWarning,
  Megaphone,
  PieChart,
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
import { docsLinks } from '@/lib/docs-links.ts';
import type { Permission } from '@/ui/use-workspace.ts';

export interface Place {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Of no use to those who may not do this, so not shown to them. */
  needs?: Permission;
  /** The second key after `g`. */
  key?: string;
  /** Other words people look for it by. */
  words?: string;
  /** Found by the command palette alone: it is reached from another place. */
  hidden?: true;
}

/** The pages of the app: what the sidebar shows, the palette finds and `g` goes to. */
export const placeGroups: readonly { label: string | null; places: readonly Place[] }[] = [
  {
    label: null,
    places: [
      {
        href: '/dashboard',
        label: 'Dashboard',
        icon: LayoutDashboard,
        key: 'd',
        words: 'home start overview',
      },
    ],
  },
  {
    label: 'Shop',
    places: [
      { href: '/customers', label: 'Customers', icon: Users, key: 'c', words: 'contacts people profiles' },
      { href: '/orders', label: 'Orders', icon: ReceiptText, key: 'o', words: 'purchases revenue refunds' },
      { href: '/imports', label: 'Imports', icon: ArrowUpFromLine, key: 'i', words: 'csv upload files' },
    ],
  },
  {
    label: 'Marketing',
    places: [
      { href: '/audiences', label: 'Audiences', icon: UsersRound, key: 'a', words: 'rules lists groups' },
      {
        href: '/audiences/segments',
        label: 'Segments by recency, frequency and spend',
        icon: PieChart,
        words: 'rfm champions loyal at risk scores',
        hidden: true,
      },
      {
        href: '/campaigns',
        label: 'Campaigns',
        icon: Megaphone,
        key: 'm',
        words: 'messages mails newsletters',
      },
      {
        href: '/failures',
        label: 'Failures',
        icon: MailWarning,
        key: 'f',
        words: 'dead letters errors retry',
      },
      {
        href: '/suppressions',
        label: 'Suppressions',
        icon: ShieldBan,
        key: 's',
        words: 'unsubscribed bounced complained blocked do not send',
      },
    ],
  },
  {
    label: 'Settings',
    places: [
      {
        href: '/settings/workspace',
        label: 'Workspace',
        icon: Settings2,
        key: 'w',
        words: 'settings currency time zone',
      },
      {
        href: '/settings/members',
        label: 'Members',
        icon: UserCog,
        words: 'settings team roles people invite',
      },
      { href: '/settings/api-keys', label: 'API keys', icon: KeyRound, words: 'settings tokens integration' },
      {
        href: '/settings/vendors',
        label: 'Vendors',
        icon: Truck,
        key: 'v',
        words: 'settings smtp mail server sms',
      },
      {
        href: '/settings/webhooks',
        label: 'Webhooks',
        icon: Webhook,
        needs: 'webhooks:read',
        words: 'settings events endpoints',
      },
      {
        href: '/settings/privacy',
        label: 'Privacy',
        icon: ShieldCheck,
        needs: 'privacy:read',
        words: 'settings gdpr erase retention',
      },
      {
        href: '/settings/audit',
        label: 'Audit log',
        icon: ScrollText,
        needs: 'audit:read',
        words: 'settings history who did what',
      },
      {
        href: '/queues',
        label: 'Queues',
        icon: Layers,
        key: 'q',
        needs: 'queue:write',
        words: 'jobs workers',
      },
      {
        href: '/settings/account',
        label: 'Your account',
        icon: CircleUser,
        key: 'y',
        words: 'profile password sessions second factor shortcuts',
        hidden: true,
      },
      {
        href: docsLinks.home,
        label: 'Documentation',
        icon: BookOpen,
        words: 'help guide manual how to',
      },
      {
        href: '/api/swagger',
        label: 'API reference',
        icon: Braces,
        words: 'rest openapi swagger developers',
      },
    ],
  },
];

/** The places somebody with these permissions has use for, hidden ones included. */
export const placesFor = (may: readonly Permission[]): Place[] =>
  placeGroups.flatMap(({ places }) => places).filter(({ needs }) => !needs || may.includes(needs));

/** What the server serves beside the app's own pages is no place for its router. */
export const isOutside = (href: string): boolean => href.startsWith('/api/');
