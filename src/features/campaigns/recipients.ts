import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import { getEnv } from '../../env.ts';
import { toMajorUnits } from '../../lib/money.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';
import type { SuppressionReason } from '../suppressions/suppressions.schema.ts';
import type { Channel } from './campaigns.schema.ts';
import type { Capped } from './contact-rules.ts';
import type { SkipReason } from './messages.schema.ts';
import type { CompiledTemplate, TemplateScope } from './template.ts';

/** What becomes of one customer in a campaign: the message, or why there is none. Preflight and delivery ask the same. */
export type Outcome =
  /** `edition` names a text or address that people changed for a retry: it is another message to the vendor. */
  | { send: true; to: string; subject?: string; body: string; edition?: string }
  | { send: false; reason: SkipReason; detail: string | null };

export interface CampaignContext {
  id: string;
  name: string;
  channel: Channel;
  workspace: { name: string; currency: string };
}

export const addressOf = (
  customer: Partial<Pick<CustomerDocument, 'email' | 'phone'>>,
  channel: Channel,
): string | null => (channel === 'EMAIL' ? customer.email : customer.phone) ?? null;

/** Whom a campaign must leave out, whatever its message says. */
export interface Exclusions {
  /** By address as the customer has it. */
  suppressed: ReadonlyMap<string, SuppressionReason>;
  capped: Capped;
  /** Whether this customer is of the holdout group. */
  heldOut: boolean;
}

export function decideOutcome(
  customer: CustomerDocument,
  campaign: CampaignContext,
  template: CompiledTemplate,
  { suppressed, capped, heldOut }: Exclusions,
  messageId: ObjectId | null,
): Outcome {
  const to = addressOf(customer, campaign.channel);
  if (!to)
    return {
      send: false,
      reason: 'NO_ADDRESS',
      detail: campaign.channel === 'EMAIL' ? 'no e-mail address' : 'no telephone number',
    };
  const suppression = suppressed.get(to);
  if (suppression) return { send: false, reason: 'SUPPRESSED', detail: suppression.toLowerCase() };
  const rendered = template.render(scopeOf(customer, campaign, messageId));
  if (!rendered.ok) return { send: false, reason: 'MISSING_VARIABLE', detail: rendered.missing };
  // Conditions may leave nothing of a text for some customers.
  if (rendered.body.trim() === '')
    return { send: false, reason: 'MISSING_VARIABLE', detail: 'the message would be empty' };
  // After the others, because it is the one reason that passes by itself.
  if (capped.customers.has(customer._id.toHexString()))
    return { send: false, reason: 'FREQUENCY_CAP', detail: capped.detail };
  // Last of all: who is held out is compared with those who were written to, so all else must be as with them.
  if (heldOut) return { send: false, reason: 'HOLDOUT', detail: null };
  return {
    send: true,
    to,
    ...(rendered.subject === undefined ? {} : { subject: rendered.subject }),
    body: rendered.body,
  };
}

export function scopeOf(
  customer: CustomerDocument,
  campaign: CampaignContext,
  messageId: ObjectId | null,
): TemplateScope {
  const values: Record<string, unknown> = {
    id: customer._id.toHexString(),
    email: customer.email,
    name: customer.name,
    phone: customer.phone,
    country: customer.country,
    city: customer.city,
    tags: customer.tags,
    attributes: customer.attributes,
    totalSpend: toMajorUnits(customer.totalSpend),
    orderCount: customer.orderCount,
    averageOrderValue: customer.averageOrderValue == null ? null : toMajorUnits(customer.averageOrderValue),
    firstOrderAt: customer.firstOrderAt,
    lastOrderAt: customer.lastOrderAt,
  };
  const known: Record<string, unknown> = {};
  for (const name in values)
    if (values[name] !== null && values[name] !== undefined) known[name] = values[name];
  return {
    customer: known,
    workspace: campaign.workspace,
    campaign: { id: campaign.id, name: campaign.name },
    unsubscribe_url: unsubscribePage(messageId ? unsubscribeToken(messageId.toHexString()) : 'preview'),
  };
}

const unsubscribePage = (token: string): string => `${getEnv().appUrl}/unsubscribe/${token}`;

/** Where a mail program posts its reader's one click (RFC 8058); opened, it leads to the page that asks first. */
export const oneClickUnsubscribeUrl = (messageId: string): string =>
  `${unsubscribePage(unsubscribeToken(messageId))}/confirm`;

/** A link that only we can make: the message's id and its signature. */
export const unsubscribeToken = (messageId: string): string => `${messageId}${signature(messageId)}`;

/** The message an unsubscribe link was made for, or null when the link is not ours. */
export function readUnsubscribeToken(token: string): string | null {
  const messageId = token.slice(0, 24);
  const given = Buffer.from(token.slice(24));
  const expected = Buffer.from(signature(messageId));
  return /^[0-9a-f]{24}$/.test(messageId) &&
    given.length === expected.length &&
    timingSafeEqual(given, expected)
    ? messageId
    : null;
}

const signature = (messageId: string): string =>
  createHmac('sha256', getEnv().authSecret)
    .update(`unsubscribe:${messageId}`)
    .digest('base64url')
    .slice(0, 22);
