import contractJson from '../../prisma/contract.json' with { type: 'json' };

interface Model {
  fields: Record<string, unknown>;
  storage: { collection: string };
}
const models: Record<string, Model> = contractJson.domain.namespaces.__unbound__.models;

/** Every collection whose rows name the workspace they are of, by the data model itself: a new one is in it at once. */
export const tenantCollections: readonly string[] = Object.values(models)
  .filter(({ fields }) => 'workspaceId' in fields)
  .map(({ storage }) => storage.collection)
  .toSorted();
