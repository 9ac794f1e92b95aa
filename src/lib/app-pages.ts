/** The pages of the app by the first part of their path: those need a session. A test compares them with src/app/(app). */
export const APP_PAGES = [
  'audiences',
  'campaigns',
  'customers',
  'dashboard',
  'failures',
  'imports',
  'orders',
  'queues',
  'settings',
  'suppressions',
  'workspaces',
] as const;
