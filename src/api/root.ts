import { aiRouter } from '../features/ai/ai.router.ts';
import { analyticsRouter } from '../features/analytics/analytics.router.ts';
import { apiKeysRouter } from '../features/api-keys/api-keys.router.ts';
import { audiencesRouter } from '../features/audiences/audiences.router.ts';
import { auditRouter } from '../features/audit/audit.router.ts';
import { accountRouter } from '../features/auth/account.router.ts';
import { campaignsRouter } from '../features/campaigns/campaigns.router.ts';
import { deadLettersRouter } from '../features/campaigns/dead-letters.router.ts';
import { receiptsRouter } from '../features/campaigns/receipts.router.ts';
import { customersRouter } from '../features/customers/customers.router.ts';
import { tagChangesRouter } from '../features/customers/tags/tag-changes.router.ts';
import { importsRouter } from '../features/imports/imports.router.ts';
import { onboardingRouter } from '../features/onboarding/onboarding.router.ts';
import { ordersRouter } from '../features/orders/orders.router.ts';
import { privacyRouter } from '../features/privacy/privacy.router.ts';
import { queueRouter } from '../features/queue/queue.router.ts';
import { rfmRouter } from '../features/rfm/rfm.router.ts';
import { savedViewsRouter } from '../features/saved-views/saved-views.router.ts';
import { suppressionsRouter } from '../features/suppressions/suppressions.router.ts';
import { vendorsRouter } from '../features/vendors/vendors.router.ts';
import { webhooksRouter } from '../features/webhooks/webhooks.router.ts';
import { invitationsRouter } from '../features/workspaces/invitations.router.ts';
import { membersRouter } from '../features/workspaces/members.router.ts';
import { workspacesRouter } from '../features/workspaces/workspaces.router.ts';
import { createCallerFactory, router } from '../server/trpc.ts';

/** Every procedure of the product. */
export const appRouter = router({
  account: accountRouter,
  ai: aiRouter,
  analytics: analyticsRouter,
  apiKeys: apiKeysRouter,
  audiences: audiencesRouter,
  audit: auditRouter,
  campaigns: campaignsRouter,
  customers: customersRouter,
  deadLetters: deadLettersRouter,
  imports: importsRouter,
  invitations: invitationsRouter,
  members: membersRouter,
  onboarding: onboardingRouter,
  orders: ordersRouter,
  privacy: privacyRouter,
  receipts: receiptsRouter,
  queue: queueRouter,
  rfm: rfmRouter,
  savedViews: savedViewsRouter,
  suppressions: suppressionsRouter,
  tagChanges: tagChangesRouter,
  vendors: vendorsRouter,
  webhooks: webhooksRouter,
  workspaces: workspacesRouter,
});
export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
