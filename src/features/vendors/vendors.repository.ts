import { orm } from '../../server/db.ts';
import { simulatorSettingsSchema, type Vendor } from './vendors.schema.ts';

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof orm>['vendors']['first']>>>;

const toVendor = (row: Row): Vendor => ({
  id: row._id,
  name: row.name,
  kind: row.kind,
  settings: simulatorSettingsSchema.parse(row.settings),
  createdAt: row.createdAt,
});

export async function listVendors(workspaceId: string): Promise<Vendor[]> {
  const rows = await orm().vendors.where({ workspaceId }).orderBy({ createdAt: 1 }).all();
  return rows.map(toVendor);
}

export async function findVendor(workspaceId: string, id: string): Promise<Vendor | null> {
  const row = await orm().vendors.where({ workspaceId, _id: id }).first();
  return row ? toVendor(row) : null;
}

export async function insertVendor(
  workspaceId: string,
  vendor: Pick<Vendor, 'name' | 'kind' | 'settings'>,
): Promise<Vendor> {
  return toVendor(
    await orm().vendors.create({
      workspaceId,
      ...vendor,
      createdAt: new Date(),
      secrets: null,
      ratePerSecond: null,
      updatedAt: null,
    }),
  );
}

export async function updateVendorSettings(
  workspaceId: string,
  id: string,
  settings: Vendor['settings'],
): Promise<Vendor | null> {
  await orm().vendors.where({ workspaceId, _id: id }).updateAndCount({ settings });
  return findVendor(workspaceId, id);
}
