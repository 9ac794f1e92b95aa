import { getEnv } from '../../env.ts';
import { openRotating, type RotatingSecrets, secretStates } from '../../server/rotating-secrets.ts';
import type { StoredVendor } from './vendors.repository.ts';

// What a vendor of one's own signs its receipts with: apart from the secrets we send it, since it speaks the other way.

export const receiptPlace = (vendorId: string): string => `vendor-receipts:${vendorId}`;

/** @throws UnreadableSecretError */
export const openReceiptSecrets = (vendorId: string, stored: string | null): RotatingSecrets =>
  openRotating(stored, receiptPlace(vendorId));

/** @throws UnreadableSecretError */
export const receiptSecretStates = (vendorId: string, stored: string | null) =>
  secretStates(openReceiptSecrets(vendorId, stored), new Date());

/** Where a vendor posts its receipts: with secrets of its own the address says whose they are. */
export function callbackUrlOf({ id, receiptSecrets }: Pick<StoredVendor, 'id' | 'receiptSecrets'>): string {
  const { callbackUrl } = getEnv();
  if (receiptSecrets === null) return callbackUrl;
  const url = new URL(callbackUrl);
  url.searchParams.set('vendor', id);
  return url.href;
}
