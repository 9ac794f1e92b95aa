import { type Document, ObjectId } from 'mongodb';
import { collection, toObjectId } from '../../server/db.ts';
import { laterThan } from '../../server/versions.ts';
import {
  type HttpSettings,
  httpSettingsSchema,
  type SmtpSettings,
  smtpSettingsSchema,
} from './vendor-settings.schema.ts';
import { type SimulatorSettings, simulatorSettingsSchema } from './vendors.schema.ts';

interface VendorDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  name: string;
  kind: 'SIMULATOR' | 'HTTP' | 'SMTP';
  settings: Document;
  secrets?: string | null;
  receiptSecrets?: string | null;
  ratePerSecond?: number | null;
  createdAt: Date;
  updatedAt?: Date | null;
}

type KindAndSettings =
  | { kind: 'SIMULATOR'; settings: SimulatorSettings }
  | { kind: 'HTTP'; settings: HttpSettings }
  | { kind: 'SMTP'; settings: SmtpSettings };

/** A vendor as it is kept. Its secrets are encrypted; what leaves the feature has none (see `toVendor`). */
export type StoredVendor = {
  id: string;
  name: string;
  secrets: string | null;
  /** What its receipts may be signed with (see receipt-secrets.ts); null: with the server-wide secret. */
  receiptSecrets: string | null;
  ratePerSecond: number | null;
  createdAt: Date;
  updatedAt: Date | null;
} & KindAndSettings;

const vendors = () => collection<VendorDocument>('vendors');

function toStored(row: VendorDocument): StoredVendor {
  const base = {
    id: row._id.toHexString(),
    name: row.name,
    secrets: row.secrets ?? null,
    receiptSecrets: row.receiptSecrets ?? null,
    ratePerSecond: row.ratePerSecond ?? null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt ?? null,
  };
  switch (row.kind) {
    case 'SIMULATOR':
      return { ...base, kind: 'SIMULATOR', settings: simulatorSettingsSchema.parse(row.settings) };
    case 'HTTP':
      return { ...base, kind: 'HTTP', settings: httpSettingsSchema.parse(row.settings) };
    case 'SMTP':
      return { ...base, kind: 'SMTP', settings: smtpSettingsSchema.parse(row.settings) };
  }
}

export async function listVendors(workspaceId: string): Promise<StoredVendor[]> {
  const rows = await vendors()
    .find({ workspaceId: new ObjectId(workspaceId) })
    .sort({ createdAt: 1 })
    .toArray();
  return rows.map(toStored);
}

export async function findVendor(workspaceId: string, id: string): Promise<StoredVendor | null> {
  const row = await vendors().findOne({ _id: toObjectId(id), workspaceId: new ObjectId(workspaceId) });
  return row ? toStored(row) : null;
}

export async function findSimulator(workspaceId: string): Promise<StoredVendor | null> {
  const row = await vendors().findOne(
    { workspaceId: new ObjectId(workspaceId), kind: 'SIMULATOR' },
    { sort: { createdAt: 1 } },
  );
  return row ? toStored(row) : null;
}

/** `id` is given, because what encrypts the secrets binds them to it. */
export async function insertVendor(
  workspaceId: string,
  id: string,
  vendor: Pick<StoredVendor, 'name' | 'secrets' | 'ratePerSecond'> & KindAndSettings,
): Promise<StoredVendor> {
  const row: VendorDocument = {
    _id: new ObjectId(id),
    workspaceId: new ObjectId(workspaceId),
    ...vendor,
    receiptSecrets: null,
    createdAt: new Date(),
    updatedAt: null,
  };
  await vendors().insertOne(row);
  return toStored(row);
}

/** Changes a vendor as it was read, and not its kind; null when somebody was faster or it is gone. */
export async function updateVendor(
  workspaceId: string,
  before: StoredVendor,
  { kind, ...set }: KindAndSettings & Partial<Pick<StoredVendor, 'name' | 'secrets' | 'ratePerSecond'>>,
): Promise<StoredVendor | null> {
  const row = await vendors().findOneAndUpdate(
    {
      _id: new ObjectId(before.id),
      workspaceId: new ObjectId(workspaceId),
      kind,
      updatedAt: before.updatedAt,
    },
    { $set: { ...set, updatedAt: laterThan(before.updatedAt) } },
    { returnDocument: 'after' },
  );
  return row ? toStored(row) : null;
}

/**
 * Changes what a vendor's receipts are signed with, from what was read before: null when somebody else changed it
 * meanwhile or the vendor is gone.
 */
export async function updateReceiptSecrets(
  workspaceId: string,
  before: StoredVendor,
  to: string | null,
): Promise<StoredVendor | null> {
  const row = await vendors().findOneAndUpdate(
    {
      _id: new ObjectId(before.id),
      workspaceId: new ObjectId(workspaceId),
      kind: 'HTTP',
      receiptSecrets: before.receiptSecrets,
    },
    { $set: { receiptSecrets: to, updatedAt: laterThan(before.updatedAt) } },
    { returnDocument: 'after' },
  );
  return row ? toStored(row) : null;
}

/** Whose receipts these may be, in any workspace: the address a vendor posts to names it, its signature proves it. */
export async function findReceiptSecrets(
  id: string,
): Promise<{ workspaceId: string; receiptSecrets: string | null } | null> {
  const row = await vendors().findOne(
    { _id: new ObjectId(id), kind: 'HTTP' },
    { projection: { workspaceId: 1, receiptSecrets: 1 } },
  );
  return row && { workspaceId: row.workspaceId.toHexString(), receiptSecrets: row.receiptSecrets ?? null };
}

/** Deletes a vendor as it was read. @returns whether it did: somebody may have been faster */
export async function deleteVendor(workspaceId: string, before: StoredVendor): Promise<boolean> {
  const { deletedCount } = await vendors().deleteOne({
    _id: new ObjectId(before.id),
    workspaceId: new ObjectId(workspaceId),
    kind: { $ne: 'SIMULATOR' },
    updatedAt: before.updatedAt,
  });
  return deletedCount === 1;
}
