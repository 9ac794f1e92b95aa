/**
 * One instance per process under `key`, made on first use. Next bundles route handlers apart from the server that Node
 * runs directly, so a module-level variable would exist once per bundle: connections and hubs live here instead.
 */
export function singleton<T>(key: string, create: () => T): T {
  const store = globalThis as typeof globalThis & { nexusflowSingletons?: Map<string, unknown> };
  store.nexusflowSingletons ??= new Map();
  if (!store.nexusflowSingletons.has(key)) store.nexusflowSingletons.set(key, create());
  return store.nexusflowSingletons.get(key) as T;
}
