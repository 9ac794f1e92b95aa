import { AppError } from '../../server/errors.ts';
import { enterGate, giveBack, leaveUntried, noteAnswer, noteOutage, readHealth } from './vendor-gate.ts';
import type { VendorAnswer } from './vendors.schema.ts';
import { resolveVendor } from './vendors.service.ts';

/** How many messages a vendor takes now, and what to tell when they are sent. */
export interface VendorRoom {
  granted: number;
  /** When to ask again for what found no room, in milliseconds. */
  waitMs: number;
  /** Whether the vendor does not answer and is being left alone. */
  away: boolean;
  /** Must be called once, with what came of it: room that was not used goes back, an outage is remembered. */
  leave(answers: readonly VendorAnswer[]): Promise<void>;
}

/** Asks the named vendor, or the workspace's first, for room for `wanted` messages. */
export async function takeVendorRoom(
  workspaceId: string,
  vendorId: string | undefined,
  wanted: number,
): Promise<VendorRoom> {
  const vendor = await findVendor(workspaceId, vendorId);
  // A vendor that is gone refuses every message itself; no need to wait for that.
  if (!vendor) return { granted: wanted, waitMs: 0, away: false, leave: async () => undefined };
  const admission = await enterGate(vendor, wanted);
  return {
    ...admission,
    async leave(answers) {
      await giveBack(vendor, admission.granted - answers.length);
      if (answers.length === 0) await leaveUntried(vendor.id);
      else if (answers.some((a) => a.status === 'REJECTED' && a.outage)) await noteOutage(vendor.id);
      else await noteAnswer(vendor.id);
    },
  };
}

/** Whether messages have to wait for this vendor: it has a rate, or does not answer. */
export async function isVendorSlow(workspaceId: string, vendorId: string | undefined): Promise<boolean> {
  const vendor = await findVendor(workspaceId, vendorId);
  return vendor !== null && (vendor.ratePerSecond !== null || (await readHealth(vendor.id)).retryAt !== null);
}

/** When a vendor that does not answer is tried again; null while it answers. */
export async function vendorRetryAt(workspaceId: string, vendorId: string | undefined): Promise<Date | null> {
  const vendor = await findVendor(workspaceId, vendorId);
  return vendor ? (await readHealth(vendor.id)).retryAt : null;
}

const findVendor = (workspaceId: string, vendorId: string | undefined) =>
  resolveVendor(workspaceId, vendorId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  });
