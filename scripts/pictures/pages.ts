import type { Shot } from './camera.ts';
import type { Places } from './shop.ts';

/** Pages for whoever is not signed in. They show pictures that were taken before them. */
export const outside: readonly Shot[] = [
  { name: 'start-page', path: '/' },
  { name: 'start-page-phone', path: '/', width: 360 },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-up', path: '/sign-up' },
  { name: 'sign-up-phone', path: '/sign-up', width: 360 },
  { name: 'forgot-password', path: '/forgot-password' },
  { name: 'docs', path: '/docs' },
];

/** Pages of the application, with the sample shop in it. */
export const inside = (places: Places): readonly Shot[] => [
  { name: 'dashboard', path: '/dashboard' },
  { name: 'dashboard-phone', path: '/dashboard', width: 360 },
  { name: 'customers', path: '/customers' },
  { name: 'customers-phone', path: '/customers', width: 360 },
  { name: 'customer', path: `/customers/${places.customer}` },
  { name: 'orders', path: '/orders' },
  { name: 'imports', path: '/imports' },
  { name: 'import', path: `/imports/${places.import}` },
  { name: 'import-bad-rows', path: `/imports/${places.badImport}` },
  { name: 'new-import', path: '/imports/new' },
  { name: 'audiences', path: '/audiences' },
  { name: 'audience', path: `/audiences/${places.audience}` },
  { name: 'audience-phone', path: `/audiences/${places.audience}`, width: 360 },
  { name: 'segments', path: '/audiences/segments' },
  { name: 'campaigns', path: '/campaigns' },
  { name: 'new-campaign', path: '/campaigns/new' },
  { name: 'composer', path: `/campaigns/${places.draft}/edit` },
  { name: 'preflight', path: `/campaigns/${places.draft}` },
  { name: 'results', path: `/campaigns/${places.sent}` },
  { name: 'failures', path: '/failures' },
  { name: 'suppressions', path: '/suppressions' },
  { name: 'queues', path: '/queues' },
  { name: 'account', path: '/settings/account' },
  { name: 'workspace', path: '/settings/workspace' },
  { name: 'members', path: '/settings/members' },
  { name: 'api-keys', path: '/settings/api-keys' },
  { name: 'audit-log', path: '/settings/audit' },
  { name: 'privacy', path: '/settings/privacy' },
  { name: 'vendors', path: '/settings/vendors' },
  { name: 'vendor', path: `/settings/vendors/${places.vendor}` },
  { name: 'new-vendor', path: '/settings/vendors/new' },
  { name: 'webhooks', path: '/settings/webhooks' },
  { name: 'webhook', path: `/settings/webhooks/${places.endpoint}` },
];

/** Ways in for somebody who is signed in; they show pictures too. */
export const between = (invitation: string): readonly Shot[] => [
  { name: 'invitation', path: invitation },
  { name: 'new-workspace', path: '/workspaces/new' },
  { name: 'sample-workspace', path: '/workspaces/sample' },
];

/** What moves while the campaign is being delivered. */
export const live = (campaignId: string): readonly Shot[] => [
  { name: 'campaign-live', path: `/campaigns/${campaignId}` },
  { name: 'campaign-live-phone', path: `/campaigns/${campaignId}`, width: 360 },
];

/** For the start page: `src/features/workspaces/ui/landing/picture.tsx` names them. */
export const forStartPage = {
  live: (campaignId: string): readonly Shot[] => [
    { name: 'campaign-live', path: `/campaigns/${campaignId}` },
    { name: 'dashboard', path: '/dashboard' },
  ],
  still: (places: Places): readonly Shot[] => [
    { name: 'imports', path: `/imports/${places.import}` },
    { name: 'audience', path: `/audiences/${places.audience}` },
    { name: 'preflight', path: `/campaigns/${places.draft}` },
    { name: 'results', path: `/campaigns/${places.sent}`, at: /earned|revenue|result/i },
  ],
};
