import { createHash } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import type { CampaignDocument } from './campaigns.repository.ts';
import { FIRST_VARIANT } from './campaigns.schema.ts';

/** Where one customer stands in a campaign's experiment. */
export interface Placement {
  /** Which text they get, or would get; null when the campaign has one text only. */
  variant: string | null;
  /** Whether they get nothing, to see what is bought without a message. */
  heldOut: boolean;
}

const ALONE: Placement = { variant: null, heldOut: false };

/**
 * Decided by a hash of campaign and customer, never by a draw: a preparation that was killed and runs again, preflight and
 * delivery in any process all say the same. Text and holdout hang on separate hashes, so that the shares hold among those
 * who are written to as among those who are not. A campaign sent again to whom it failed gives everyone the text of before.
 */
export function placementOf(
  { _id, resendOf, experiment }: Pick<CampaignDocument, '_id' | 'resendOf' | 'experiment'>,
  customerId: ObjectId,
): Placement {
  if (!experiment) return ALONE;
  const seed = (resendOf ?? _id).toHexString();
  const percent = (of: string) => 100 * fraction(`${seed}:${of}:${customerId.toHexString()}`);
  return {
    variant: experiment.variants.length === 0 ? null : variantAt(experiment.variants, percent('variant')),
    heldOut: experiment.holdout > 0 && percent('holdout') < experiment.holdout,
  };
}

/** Who falls at this point, 0 up to 100: the other variants one after the other, then A. */
function variantAt(variants: readonly { key: string; share: number }[], point: number): string {
  let end = 0;
  for (const { key, share } of variants) {
    end += share;
    if (point < end) return key;
  }
  return FIRST_VARIANT;
}

/** Evenly from 0 up to 1, the same for the same text. */
const fraction = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
