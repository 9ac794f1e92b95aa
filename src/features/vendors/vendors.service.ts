import { getEnv } from '../../env.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { rejectAll } from './adapters/adapter.ts';
import { simulatorAdapter } from './adapters/simulator.ts';
import * as repository from './vendors.repository.ts';
import {
  type SimulatorSettings,
  simulatorSettingsSchema,
  type Vendor,
  type VendorAnswer,
  type VendorMessage,
} from './vendors.schema.ts';

/** The workspace's vendors, oldest first; the simulator is made on first use, so there is always one. */
export async function listVendors(caller: Caller): Promise<Vendor[]> {
  requirePermission(caller, 'campaigns:read');
  const vendors = await repository.listVendors(caller.workspaceId);
  return vendors.length > 0 ? vendors : [await insertSimulator(caller.workspaceId)];
}

/** The named vendor, or the workspace's first when none is named. @throws AppError NOT_FOUND */
export async function resolveVendor(
  workspaceId: string,
  vendorId: string | null | undefined,
): Promise<Vendor> {
  if (vendorId) {
    toObjectId(vendorId);
    const vendor = await repository.findVendor(workspaceId, vendorId);
    if (!vendor) throw new AppError('NOT_FOUND', 'There is no vendor with this id.');
    return vendor;
  }
  const [first] = await repository.listVendors(workspaceId);
  return first ?? insertSimulator(workspaceId);
}

export async function updateSimulator(
  caller: Caller,
  input: { id: string; settings: Partial<SimulatorSettings> },
): Promise<Vendor> {
  requirePermission(caller, 'campaigns:write');
  const vendor = await resolveVendor(caller.workspaceId, input.id);
  const settings = simulatorSettingsSchema.parse({ ...vendor.settings, ...input.settings });
  const updated = await repository.updateVendorSettings(caller.workspaceId, vendor.id, settings);
  if (!updated) throw new AppError('NOT_FOUND', 'There is no vendor with this id.');
  return updated;
}

/**
 * Hands a batch to the named vendor, or to the workspace's first. An answer per message; never throws for what the
 * vendor did, and a vendor that is gone refuses for good.
 */
export async function sendThroughVendor(
  workspaceId: string,
  vendorId: string | undefined,
  batch: readonly VendorMessage[],
): Promise<VendorAnswer[]> {
  try {
    const { settings } = await resolveVendor(workspaceId, vendorId);
    return await simulatorAdapter(`${getEnv().internalUrl}/api/dummy-vendor/send`, settings).send(batch);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'NOT_FOUND')) throw error;
    return rejectAll(batch, 'The vendor of this campaign does not exist any more', false);
  }
}

const insertSimulator = (workspaceId: string): Promise<Vendor> =>
  repository.insertVendor(workspaceId, {
    name: 'Vendor simulator',
    kind: 'SIMULATOR',
    settings: simulatorSettingsSchema.parse({}),
  });
