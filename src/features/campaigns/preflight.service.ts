import { ObjectId } from 'mongodb';
import { getEnv } from '../../env.ts';
import { noteChange } from '../../server/audit.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { firstInAudience, requireAudience } from '../audiences/audiences.service.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';
import { findCustomersByIds } from '../customers/customers.service.ts';
import { findSuppressed } from '../suppressions/suppressions.service.ts';
import { sendThroughVendor } from '../vendors/vendors.service.ts';
import { findWorkspace } from '../workspaces/workspaces.service.ts';
import { type CampaignDocument, templateOf } from './campaigns.repository.ts';
import {
  type Channel,
  FIRST_VARIANT,
  type Preflight,
  type Rendered,
  type Template,
  textKeysOf,
} from './campaigns.schema.ts';
import { findOwn, requireFittingVendor, requireReadableTemplate } from './campaigns.service.ts';
import { compiledTexts } from './compiled-texts.ts';
import { findCapped, quietUntil } from './contact-rules.ts';
import { contextOf } from './engine/outcomes.ts';
import { placementOf } from './experiment.ts';
import { TEST_PREFIX } from './receipts.schema.ts';
import { recipientWalk } from './recipient-walk.ts';
import { addressOf, type CampaignContext, decideOutcome, scopeOf } from './recipients.ts';
import { compileTemplate } from './template.ts';

const PAGE_SIZE = 500;

/** Renders the message for one customer, or for the audience's first when none is named. */
export async function previewCampaign(
  caller: Caller,
  input: { id: string; customerId?: string | undefined; variant?: string | undefined },
): Promise<Rendered> {
  requirePermission(caller, 'campaigns:read');
  const campaign = await findOwn(caller, input.id);
  const customer = await chooseCustomer(caller, input.customerId, campaign.audienceId.toHexString());
  const context = contextOf(campaign, await findWorkspace(caller.workspaceId));
  return render(customer, context, requireText(campaign, input.variant));
}

/** The same for a message still in the composer. */
export async function previewDraft(
  caller: Caller,
  input: {
    audienceId?: string | undefined;
    channel: Channel;
    template: Template;
    customerId?: string | undefined;
  },
): Promise<Rendered> {
  requirePermission(caller, 'campaigns:read');
  requireReadableTemplate(input.template, input.channel);
  const customer = await chooseCustomer(caller, input.customerId, input.audienceId);
  const { name, currency } = await findWorkspace(caller.workspaceId);
  const context = {
    id: '0'.repeat(24),
    name: 'Preview',
    channel: input.channel,
    workspace: { name, currency },
  };
  return render(customer, context, input.template);
}

/** Goes through everyone in the audience as a launch would, sending nothing: who gets it, who does not, and why. */
export async function preflightCampaign(caller: Caller, id: string): Promise<Preflight> {
  requirePermission(caller, 'campaigns:read');
  const campaign = await findOwn(caller, id);
  const walk = await recipientWalk(campaign);
  if (!walk)
    return {
      audience: 0,
      recipients: 0,
      skips: [],
      variants: [],
      unresolvedVariables: [],
      quiet: null,
      problems: ['The audience does not exist any more.'],
    };
  const workspace = await findWorkspace(caller.workspaceId);
  const context = contextOf(campaign, workspace);
  const textOf = compiledTexts(campaign);
  const written = new Map<string, number>();
  const skips = new Map<string, Preflight['skips'][number]>();
  const now = new Date();
  let audience = 0;
  let recipients = 0;
  const quiet: Date[] = [];
  for await (const page of walk({ after: null, pageSize: PAGE_SIZE, now })) {
    const customers = await findCustomersByIds(
      caller.workspaceId,
      page.map((c) => c._id),
    );
    const addresses = customers.flatMap((c) => addressOf(c, campaign.channel) ?? []);
    const [suppressed, capped] = await Promise.all([
      findSuppressed(caller.workspaceId, addresses),
      findCapped(
        campaign.workspaceId,
        campaign._id,
        customers.map((c) => c._id),
        workspace.settings.frequencyCap,
      ),
    ]);
    for (const customer of customers) {
      const { variant, heldOut } = placementOf(campaign, customer._id);
      const outcome = decideOutcome(
        customer,
        context,
        textOf(variant),
        { suppressed, capped, heldOut },
        null,
      );
      if (outcome.send) {
        recipients += 1;
        if (variant) written.set(variant, (written.get(variant) ?? 0) + 1);
        const until = quietUntil(customer, workspace.settings, now);
        if (until) quiet.push(until);
        continue;
      }
      const key = `${outcome.reason}|${outcome.detail ?? ''}`;
      const skip = skips.get(key) ?? { reason: outcome.reason, detail: outcome.detail, count: 0 };
      skips.set(key, { ...skip, count: skip.count + 1 });
    }
    audience += customers.length;
  }
  const sorted = [...skips.values()].sort((a, b) => b.count - a.count);
  return {
    audience,
    recipients,
    skips: sorted,
    variants: textKeysOf(campaign.experiment).map((key) => ({ key, recipients: written.get(key) ?? 0 })),
    unresolvedVariables: sorted
      .filter((s) => s.reason === 'MISSING_VARIABLE')
      .map((s) => ({ name: s.detail ?? '', customers: s.count })),
    quiet: quietOf(quiet),
    problems: [
      ...(await vendorProblems(caller, campaign.vendorId?.toHexString(), campaign.channel)),
      ...problemsOf(audience, recipients),
    ],
  };
}

/** @throws AppError NOT_FOUND for a variant the campaign does not have */
function requireText(campaign: CampaignDocument, variant: string | undefined): Template {
  if (variant === undefined || variant === FIRST_VARIANT || textKeysOf(campaign.experiment).includes(variant))
    return templateOf(campaign, variant);
  throw new AppError('NOT_FOUND', `This campaign has no variant ${variant}.`);
}

/** Those who would be kept waiting by their quiet hours, and when the last of them may be written to. */
function quietOf(moments: readonly Date[]): Preflight['quiet'] {
  if (moments.length === 0) return null;
  const last = moments.reduce((latest, at) => Math.max(latest, at.getTime()), 0);
  return { count: moments.length, until: new Date(last) };
}

/** What is wrong with the chosen vendor: gone since the campaign was written, or of the wrong kind. */
async function vendorProblems(
  caller: Caller,
  vendorId: string | undefined,
  channel: Channel,
): Promise<string[]> {
  try {
    await requireFittingVendor(caller, vendorId, channel);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [
      error.code === 'NOT_FOUND'
        ? 'The vendor of this campaign does not exist any more. Choose another.'
        : `${error.message} Choose another vendor.`,
    ];
  }
}

function problemsOf(audience: number, recipients: number): string[] {
  if (audience === 0) return ['Nobody is in this audience right now.'];
  if (recipients === 0) return ['Everybody in this audience would be skipped.'];
  return [];
}

/** Sends the message once, to an address of one's own; it leaves no row in the ledger. */
export async function testCampaign(
  caller: Caller,
  input: { id: string; to: string; customerId?: string | undefined; variant?: string | undefined },
): Promise<{ status: 'ACCEPTED' | 'REJECTED'; reason: string | null }> {
  requirePermission(caller, 'campaigns:launch');
  const campaign = await findOwn(caller, input.id);
  const rendered = await previewCampaign(caller, input);
  const [missing] = rendered.missing;
  if (missing)
    throw new AppError(
      'UNPROCESSABLE',
      `The customer has no value for ${missing}; choose another one or give a default.`,
    );
  const message = {
    messageId: `${TEST_PREFIX}${new ObjectId().toHexString()}`,
    to: input.to,
    body: rendered.body,
    callbackUrl: getEnv().callbackUrl,
    ...(rendered.subject ? { subject: rendered.subject } : {}),
  };
  const [answer] = await sendThroughVendor(caller.workspaceId, campaign.vendorId?.toHexString(), [message]);
  noteChange({ targetName: campaign.name, after: { to: input.to, answer: answer?.status ?? null } });
  if (answer?.status === 'ACCEPTED') return { status: 'ACCEPTED', reason: null };
  return { status: 'REJECTED', reason: answer?.reason ?? 'The vendor gave no answer' };
}

async function chooseCustomer(
  caller: Caller,
  customerId: string | undefined,
  audienceId: string | undefined,
): Promise<CustomerDocument> {
  const workspaceId = new ObjectId(caller.workspaceId);
  const rules =
    !customerId && audienceId ? (await requireAudience(caller.workspaceId, audienceId)).rules : null;
  const everyone = { combinator: 'and' as const, rules: [] };
  const [customer] = customerId
    ? await findCustomersByIds(caller.workspaceId, [toObjectId(customerId)])
    : [await firstInAudience(workspaceId, rules ?? everyone)];
  if (customer) return customer;
  throw customerId
    ? new AppError('NOT_FOUND', 'There is no customer with this id.')
    : new AppError(
        'UNPROCESSABLE',
        'Nobody is in this audience, so there is nobody to show the message for.',
      );
}

function render(customer: CustomerDocument, context: CampaignContext, template: Template): Rendered {
  const result = compileTemplate(template, context.channel).render(scopeOf(customer, context, null));
  const base = { customerId: customer._id.toHexString(), to: addressOf(customer, context.channel) };
  if (!result.ok) return { ...base, body: '', missing: [result.missing] };
  return {
    ...base,
    ...(result.subject === undefined ? {} : { subject: result.subject }),
    body: result.body,
    missing: [],
  };
}
