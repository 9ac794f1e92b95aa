import { ObjectId } from 'mongodb';
import { noteChange } from '../../server/audit.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { UnreadableSecretError } from '../../server/secrets.ts';
import { changeVersion } from '../../server/versions.ts';
import { rejectAll, type VendorAdapter } from './adapters/adapter.ts';
import { adapterOf } from './adapters/adapter-of.ts';
import { callbackUrlOf } from './receipt-secrets.ts';
import { readHealth } from './vendor-gate.ts';
import { toVendor } from './vendor-secrets.ts';
import * as repository from './vendors.repository.ts';
import {
  simulatorSettingsSchema,
  type UpdateSimulatorInput,
  type Vendor,
  type VendorAnswer,
  type VendorMessage,
  type VendorWithHealth,
} from './vendors.schema.ts';

/** The workspace's vendors, oldest first; the simulator is made on first use, so there is always one. */
export async function listVendors(caller: Caller): Promise<VendorWithHealth[]> {
  requirePermission(caller, 'vendors:read');
  const vendors = await repository.listVendors(caller.workspaceId);
  const simulator = vendors.some(({ kind }) => kind === 'SIMULATOR')
    ? []
    : [await insertSimulator(caller.workspaceId)];
  return Promise.all([...simulator, ...vendors].map(withHealth));
}

/** The same in pages; there are few, so they are read at once. `cursor` is the last id of the page before. */
export async function pageVendors(
  caller: Caller,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: VendorWithHealth[]; nextCursor: string | null }> {
  const vendors = await listVendors(caller);
  const from = cursor ? vendors.findIndex(({ id }) => id === cursor) + 1 : 0;
  const items = vendors.slice(from, from + limit);
  return { items, nextCursor: from + limit < vendors.length ? (items.at(-1)?.id ?? null) : null };
}

/** @throws AppError NOT_FOUND also for another workspace's vendor */
export async function getVendor(caller: Caller, id: string): Promise<VendorWithHealth> {
  requirePermission(caller, 'vendors:read');
  return withHealth(await requireVendor(caller.workspaceId, id));
}

/** The named vendor, or the workspace's simulator when none is named. @throws AppError NOT_FOUND */
export const resolveVendor = async (
  workspaceId: string,
  vendorId: string | null | undefined,
): Promise<Vendor> => toVendor(await findStored(workspaceId, vendorId));

/** @throws AppError PRECONDITION_FAILED when it is not at `ifUpdatedAt` any more */
export async function updateSimulator(
  caller: Caller,
  { id, ifUpdatedAt, settings, ratePerSecond }: UpdateSimulatorInput,
): Promise<Vendor> {
  requirePermission(caller, 'campaigns:write');
  return changeVersion(
    () => requireVendor(caller.workspaceId, id),
    async (vendor) => {
      if (vendor.kind !== 'SIMULATOR')
        throw new AppError('CONFLICT', 'This vendor is not the simulator; change it with its own form.');
      const updated = await repository.updateVendor(caller.workspaceId, vendor, {
        kind: 'SIMULATOR',
        settings: simulatorSettingsSchema.parse({ ...vendor.settings, ...settings }),
        ...(ratePerSecond === undefined ? {} : { ratePerSecond }),
      });
      if (!updated) return null;
      noteVendor(vendor, updated);
      return toVendor(updated);
    },
    ifUpdatedAt,
  );
}

/**
 * Hands a batch to the named vendor, or to the simulator. An answer per message; never throws for what the vendor did,
 * and a vendor that is gone refuses for good.
 */
export async function sendThroughVendor(
  workspaceId: string,
  vendorId: string | undefined,
  batch: readonly VendorMessage[],
): Promise<VendorAnswer[]> {
  let adapter: VendorAdapter;
  let vendor: repository.StoredVendor;
  try {
    vendor = await findStored(workspaceId, vendorId);
    adapter = adapterOf(vendor);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND')
      return rejectAll(batch, 'The vendor of this campaign does not exist any more', false);
    if (error instanceof UnreadableSecretError)
      return rejectAll(
        batch,
        'The vendor’s passwords and keys cannot be read, because the encryption key changed. Enter them again',
        false,
      );
    throw error;
  }
  if (vendor.receiptSecrets === null) return adapter.send(batch);
  const callbackUrl = callbackUrlOf(vendor);
  return adapter.send(batch.map((message) => ({ ...message, callbackUrl })));
}

/**
 * Whether the vendor tells later how a message ended. If not, a message is as far as it gets once the vendor took it.
 * A vendor that is gone counts as one that does: its receipts may still be under way.
 */
export async function vendorSendsReceipts(
  workspaceId: string,
  vendorId: string | undefined,
): Promise<boolean> {
  const vendor = vendorId ? await repository.findVendor(workspaceId, vendorId) : null;
  if (vendor?.kind === 'SMTP') return false;
  return vendor?.kind === 'HTTP' ? vendor.settings.receipts : true;
}

/** @throws AppError NOT_FOUND */
export async function requireVendor(workspaceId: string, id: string): Promise<repository.StoredVendor> {
  const vendor = await repository.findVendor(workspaceId, id);
  if (!vendor) throw unknownVendor();
  return vendor;
}

/** For the audit log: a vendor before and after a change. Of its secrets only whether they were changed. */
export function noteVendor(
  before: repository.StoredVendor | null,
  after: repository.StoredVendor | null,
): void {
  const shown = (vendor: repository.StoredVendor | null) =>
    vendor
      ? {
          name: vendor.name,
          kind: vendor.kind,
          ratePerSecond: vendor.ratePerSecond,
          settings: vendor.settings,
        }
      : undefined;
  const replaced = before && after && before.secrets !== after.secrets;
  const resigned = before && after && before.receiptSecrets !== after.receiptSecrets;
  const { id, name } = after ?? before ?? {};
  noteChange({
    targetId: id,
    targetName: name,
    before: shown(before),
    after: after
      ? {
          ...shown(after),
          ...(replaced ? { secrets: 'given anew' } : {}),
          ...(resigned ? { receiptSecrets: after.receiptSecrets === null ? 'removed' : 'changed' } : {}),
        }
      : undefined,
  });
}

const unknownVendor = (): AppError => new AppError('NOT_FOUND', 'There is no vendor with this id.');

const withHealth = async (stored: repository.StoredVendor): Promise<VendorWithHealth> => ({
  ...toVendor(stored),
  health: await readHealth(stored.id),
});

const findStored = async (
  workspaceId: string,
  vendorId: string | null | undefined,
): Promise<repository.StoredVendor> =>
  vendorId
    ? requireVendor(workspaceId, vendorId)
    : ((await repository.findSimulator(workspaceId)) ?? insertSimulator(workspaceId));

const insertSimulator = (workspaceId: string): Promise<repository.StoredVendor> =>
  repository.insertVendor(workspaceId, new ObjectId().toHexString(), {
    name: 'Vendor simulator',
    kind: 'SIMULATOR',
    settings: simulatorSettingsSchema.parse({}),
    secrets: null,
    ratePerSecond: null,
  });
