import { AppError } from '../../server/errors.ts';
import { keptBriefly } from '../../server/kept-briefly.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import {
  type RotatingSecrets,
  rotated,
  sealRotating,
  stillGood,
  withoutEarlier,
} from '../../server/rotating-secrets.ts';
import { UnreadableSecretError } from '../../server/secrets.ts';
import { singleton } from '../../server/singleton.ts';
import { callbackUrlOf, openReceiptSecrets, receiptPlace, receiptSecretStates } from './receipt-secrets.ts';
import { toVendor } from './vendor-secrets.ts';
import * as repository from './vendors.repository.ts';
import type { RetireReceiptSecretsInput, RotateReceiptSecretInput, Vendor } from './vendors.schema.ts';
import { noteVendor, requireVendor } from './vendors.service.ts';

const HOUR_MS = 3_600_000;

/**
 * Makes a secret for the vendor's receipts and gives it out, this once. The one before stays good for the overlap; the
 * first one takes the place of the server-wide secret at once.
 */
export async function rotateReceiptSecret(
  caller: Caller,
  { id, overlapHours }: RotateReceiptSecretInput,
): Promise<{ secret: string; callbackUrl: string; receiptSecrets: ReturnType<typeof receiptSecretStates> }> {
  requirePermission(caller, 'vendors:write');
  const vendor = await requireReceiptVendor(caller.workspaceId, id);
  const secrets = rotated(readableSecrets(vendor), overlapHours * HOUR_MS, new Date());
  const changed = await save(caller, vendor, sealRotating(secrets, receiptPlace(vendor.id)));
  return {
    secret: secrets[0]?.secret ?? '',
    callbackUrl: callbackUrlOf(changed),
    receiptSecrets: receiptSecretStates(changed.id, changed.receiptSecrets),
  };
}

/** Ends earlier secrets now, or all of them: then the server-wide secret speaks for the vendor again. */
export async function retireReceiptSecrets(
  caller: Caller,
  { id, which }: RetireReceiptSecretsInput,
): Promise<Vendor> {
  requirePermission(caller, 'vendors:write');
  const vendor = await requireReceiptVendor(caller.workspaceId, id);
  if (vendor.receiptSecrets === null) return toVendor(vendor);
  const left = which === 'ALL' ? [] : withoutEarlier(readableSecrets(vendor));
  const sealed = left.length === 0 ? null : sealRotating(left, receiptPlace(vendor.id));
  return toVendor(await save(caller, vendor, sealed));
}

async function requireReceiptVendor(workspaceId: string, id: string): Promise<repository.StoredVendor> {
  const vendor = await requireVendor(workspaceId, id);
  if (vendor.kind === 'HTTP') return vendor;
  throw new AppError(
    'CONFLICT',
    vendor.kind === 'SMTP'
      ? 'A mail server sends no receipts, so it has no secret for them.'
      : 'The simulator signs with the server-wide secret; it has none of its own.',
  );
}

async function save(
  caller: Caller,
  vendor: repository.StoredVendor,
  to: string | null,
): Promise<repository.StoredVendor> {
  const changed = await repository.updateReceiptSecrets(caller.workspaceId, vendor, to);
  if (!changed)
    throw new AppError('CONFLICT', 'Somebody else changed this vendor’s secrets just now. Look again.');
  noteVendor(vendor, changed);
  speakers().forget(vendor.id);
  return changed;
}

/** Those that can be read; of secrets under another encryption key none is kept. */
function readableSecrets({ id, receiptSecrets }: repository.StoredVendor): RotatingSecrets {
  try {
    return openReceiptSecrets(id, receiptSecrets);
  } catch (error) {
    if (error instanceof UnreadableSecretError) return [];
    throw error;
  }
}

/** What the webhook knows of a vendor that posts receipts. */
export interface ReceiptVendor {
  workspaceId: string;
  /** Null: it has none of its own, the server-wide secret speaks for it. */
  secrets: RotatingSecrets | null;
}

/** Every receipt asks for its vendor, so answers are kept: a secret that was retired is good for so much longer at most. */
const KEEP_MS = 3_000;
/** A signature that does not fit may be of a secret made a moment ago, by another process. */
const RENEW_AFTER_MS = 500;
const KEPT_VENDORS = 10_000;

const speakers = () =>
  singleton('receipt-vendors', () => keptBriefly(loadVendor, { keepMs: KEEP_MS, atMost: KEPT_VENDORS }));

async function loadVendor(id: string): Promise<ReceiptVendor | null> {
  const found = await repository.findReceiptSecrets(id);
  if (!found) return null;
  const { workspaceId, receiptSecrets } = found;
  try {
    return { workspaceId, secrets: receiptSecrets === null ? null : openReceiptSecrets(id, receiptSecrets) };
  } catch (error) {
    // It has some, and nothing can be signed with them: not the same as none.
    if (error instanceof UnreadableSecretError) return { workspaceId, secrets: [] };
    throw error;
  }
}

/** The vendor a receipt's address names, of any workspace; null when there is none. */
export const findReceiptVendor = async (id: string): Promise<ReceiptVendor | null> =>
  isId(id) ? speakers().get(id) : null;

/** The same read anew; null when it was just read. */
export const renewReceiptVendor = async (id: string): Promise<ReceiptVendor | null> =>
  isId(id) ? speakers().renew(id, RENEW_AFTER_MS) : null;

export const goodSecrets = ({ secrets }: ReceiptVendor): string[] =>
  stillGood(secrets ?? [], new Date()).map(({ secret }) => secret);

const isId = (id: string): boolean => /^[0-9a-f]{24}$/.test(id);
