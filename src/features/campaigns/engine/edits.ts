import { createHash } from 'node:crypto';
import type { CustomerDocument } from '../../customers/customer-document.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import type { Channel } from '../campaigns.schema.ts';
import { findEdits } from '../dead-letters.repository.ts';
import type { MessageEdit } from '../dead-letters.schema.ts';
import type { MessageDocument } from '../messages.repository.ts';
import type { CompiledTemplate } from '../template.ts';

/**
 * What people changed of these messages before they had them sent again, by message id. In its first epoch no message of
 * a campaign was ever retried, so most batches ask nothing.
 */
export const editsOf = async (
  campaign: CampaignDocument,
  rows: readonly MessageDocument[],
): Promise<Map<string, MessageEdit>> =>
  campaign.epoch === 0
    ? new Map()
    : findEdits(
        campaign.workspaceId,
        rows.map((row) => row._id),
      );

/** The customer as the edited message addresses them. */
export const withAddress = (
  customer: CustomerDocument,
  channel: Channel,
  edit: MessageEdit | undefined,
): CustomerDocument =>
  edit?.to === undefined
    ? customer
    : { ...customer, ...(channel === 'EMAIL' ? { email: edit.to } : { phone: edit.to }) };

/** The template with the edited parts in the place of what it renders; they are texts, not templates. */
export function withText(template: CompiledTemplate, edit: MessageEdit | undefined): CompiledTemplate {
  if (edit?.subject === undefined && edit?.body === undefined) return template;
  const { subject, body } = edit;
  return {
    render(scope) {
      const rendered = template.render(scope);
      if (!rendered.ok && body === undefined) return rendered;
      const whole = rendered.ok ? rendered : { body: '' };
      return {
        ok: true,
        ...whole,
        ...(subject === undefined ? {} : { subject }),
        ...(body === undefined ? {} : { body }),
      };
    },
  };
}

/** Names what an edited message says, for its idempotency key: the vendor may hold the one before the edit. */
export const editionOf = (edit: MessageEdit): string =>
  createHash('sha256')
    .update(JSON.stringify([edit.to, edit.subject, edit.body]))
    .digest('hex')
    .slice(0, 16);
