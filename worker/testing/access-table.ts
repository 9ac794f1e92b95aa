import type { Permission } from '../../src/server/permissions.ts';
import type { Access } from '../../src/server/trpc.ts';

/**
 * Who may call each procedure there is, as it was decided: access-matrix.integration.test.ts compares it with what the
 * routers say and with what the running server does. A new procedure needs its line here, and so does a changed mind.
 */
export const procedureAccess: Partial<Record<Access, readonly string[]>> = {
  'ai:use': ['ai.generateSegmentRules', 'ai.suggestMessages'],
  anyone: [
    'account.confirmEmail',
    'account.requestPasswordReset',
    'account.resetPassword',
    'invitations.open',
  ],
  'api-keys:write': ['apiKeys.create', 'apiKeys.list', 'apiKeys.revoke'],
  'audiences:read': [
    'audiences.count',
    'audiences.customers',
    'audiences.explain',
    'audiences.explainRules',
    'audiences.funnel',
    'audiences.get',
    'audiences.history',
    'audiences.insights',
    'audiences.list',
    'audiences.onSnapshot',
    'audiences.overlap',
    'audiences.preview',
    'audiences.trends',
    'audiences.usage',
    'rfm.get',
    'rfm.onComputed',
  ],
  'audiences:write': [
    'audiences.create',
    'audiences.delete',
    'audiences.takeSnapshot',
    'audiences.update',
    'rfm.recompute',
  ],
  'audit:read': ['audit.actors', 'audit.list'],
  'campaigns:launch': [
    'campaigns.cancel',
    'campaigns.confirm',
    'campaigns.launch',
    'campaigns.pause',
    'campaigns.resume',
    'campaigns.test',
  ],
  'campaigns:read': [
    'analytics.dashboard',
    'campaigns.get',
    'campaigns.list',
    'campaigns.logReasons',
    'campaigns.messageTimeline',
    'campaigns.messages',
    'campaigns.onAnyProgress',
    'campaigns.onProgress',
    'campaigns.preflight',
    'campaigns.preview',
    'campaigns.previewDraft',
    'campaigns.skips',
    'campaigns.whyRecipient',
    'onboarding.firstSteps',
    'onboarding.hideFirstSteps',
    'onboarding.onFirstSteps',
    'onboarding.onSample',
    'onboarding.sample',
    'workspaces.settings',
  ],
  'campaigns:write': [
    'campaigns.create',
    'campaigns.delete',
    'campaigns.duplicate',
    'campaigns.resendFailed',
    'campaigns.setTags',
    'campaigns.update',
    'campaigns.writeSummary',
    'vendors.updateSimulator',
  ],
  'customers:read': [
    'campaigns.customerMessages',
    'customers.count',
    'customers.countries',
    'customers.filterRules',
    'customers.get',
    'customers.knownValues',
    'customers.list',
    'customers.rows',
    'privacy.erasure',
    'workspaces.current',
  ],
  'customers:write': ['customers.create', 'customers.delete', 'customers.update'],
  'dead-letters:read': ['deadLetters.get', 'deadLetters.list'],
  'dead-letters:write': ['deadLetters.discard', 'deadLetters.retry'],
  'imports:read': [
    'imports.get',
    'imports.list',
    'imports.onProgress',
    'imports.recallMapping',
    'imports.rowErrors',
    'imports.source',
  ],
  'imports:write': [
    'imports.cancel',
    'imports.start',
    'imports.undo',
    'onboarding.importSampleShop',
    'onboarding.retrySample',
  ],
  'members:read': ['members.leave', 'members.list'],
  'members:write': [
    'invitations.create',
    'invitations.list',
    'invitations.resend',
    'invitations.revoke',
    'members.changeRole',
    'members.remove',
  ],
  'orders:read': ['orders.get', 'orders.list'],
  'orders:write': ['orders.create'],
  person: [
    'account.changeEmail',
    'account.changePassword',
    'account.confirmTwoFactor',
    'account.disableTwoFactor',
    'account.endOtherSessions',
    'account.endSession',
    'account.get',
    'account.prepareGoogleLink',
    'account.renewRecoveryCodes',
    'account.sendPasswordLink',
    'account.sendVerification',
    'account.sessions',
    'account.startTwoFactor',
    'account.unlinkGoogle',
    'account.update',
    'invitations.accept',
    'onboarding.createSample',
    'workspaces.create',
    'workspaces.mine',
    'workspaces.switch',
  ],
  'privacy:read': ['privacy.overview'],
  'privacy:write': ['privacy.eraseAddress', 'privacy.eraseCustomer', 'privacy.lift'],
  'queue:read': ['queue.onStatus', 'queue.status'],
  'queue:write': [
    'queue.clean',
    'queue.failed',
    'queue.pause',
    'queue.removeFailed',
    'queue.resume',
    'queue.retryFailed',
  ],
  'receipts:read': ['receipts.unmatched'],
  'suppressions:read': ['suppressions.get', 'suppressions.list'],
  'suppressions:write': ['suppressions.addMany', 'suppressions.create', 'suppressions.delete'],
  'vendors:read': ['vendors.get', 'vendors.list', 'vendors.page'],
  'vendors:write': [
    'vendors.create',
    'vendors.delete',
    'vendors.patch',
    'vendors.retireReceiptSecrets',
    'vendors.rotateReceiptSecret',
    'vendors.test',
    'vendors.update',
  ],
  'webhooks:read': ['webhooks.deliveries', 'webhooks.delivery', 'webhooks.get', 'webhooks.list'],
  'webhooks:write': [
    'webhooks.create',
    'webhooks.delete',
    'webhooks.redeliver',
    'webhooks.redeliverFailed',
    'webhooks.rotateSecret',
    'webhooks.test',
    'webhooks.update',
  ],
  'workspace:own': ['members.transfer', 'workspaces.delete'],
  'workspace:write': ['ai.use', 'workspaces.updateSettings'],
};

/** What a key needs besides: these show more than one kind of thing. Every role that has the one has the other too. */
export const alsoNeeded: Readonly<Record<string, readonly Permission[]>> = {
  'analytics.dashboard': ['orders:read'],
  'campaigns.messageTimeline': ['customers:read'],
  'campaigns.whyRecipient': ['audiences:read', 'customers:read'],
  'onboarding.firstSteps': ['audiences:read', 'imports:read'],
  'onboarding.onFirstSteps': ['audiences:read', 'imports:read'],
  'onboarding.importSampleShop': ['audiences:read', 'campaigns:read', 'imports:read'],
};

/** What a person does for themselves alone and an API key may not, though it holds the permission. */
export const inPerson: readonly string[] = ['members.leave', 'onboarding.hideFirstSteps'];

interface EndpointAccess {
  method: string;
  access: Access | 'signature';
  /** As in `alsoNeeded`. */
  also?: readonly Permission[];
}

/** The endpoints that are no procedures, by folder in src/app/api and method: what each asks for. */
export const endpointAccess: Record<string, EndpointAccess> = {
  'audiences/[id]/export.csv': { method: 'GET', access: 'audiences:read', also: ['customers:read'] },
  'audit-events/export': { method: 'GET', access: 'audit:read' },
  'customers/bulk-upload': { method: 'POST', access: 'imports:write' },
  'customers/[id]/export': { method: 'GET', access: 'privacy:read' },
  'imports/[id]/errors': { method: 'GET', access: 'imports:read' },
  'message-preview': { method: 'POST', access: 'campaigns:read' },
  'orders/bulk-upload': { method: 'POST', access: 'imports:write' },
  'realtime/campaign/[campaignId]': { method: 'GET', access: 'campaigns:read' },
  'realtime/delivery/[logId]': { method: 'GET', access: 'campaigns:read' },
  'suppressions/export': { method: 'GET', access: 'suppressions:read' },
  'webhooks/delivery-receipts': { method: 'POST', access: 'signature' },
  // Stands for somebody else's server, which knows nobody here.
  'dummy-vendor/send': { method: 'POST', access: 'anyone' },
  'auth/[...nextauth]': { method: 'GET', access: 'anyone' },
  'auth/register': { method: 'POST', access: 'anyone' },
  health: { method: 'GET', access: 'anyone' },
  metrics: { method: 'GET', access: 'anyone' },
  'openapi.json': { method: 'GET', access: 'anyone' },
  ready: { method: 'GET', access: 'anyone' },
  'swagger/[[...file]]': { method: 'GET', access: 'anyone' },
};

/** The folders whose requests are procedures, which are asked one by one. */
export const procedureFolders = ['[...rest]', 'trpc/[trpc]'] as const;
