import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter, createCaller } from '../src/api/root.ts';
import { issueApiKey } from '../src/features/api-keys/api-keys.service.ts';
import { createUser } from '../src/features/auth/auth.service.ts';
import { addMember } from '../src/features/workspaces/workspaces.service.ts';
import { closeDatabase, collection, toObjectId } from '../src/server/db.ts';
import {
  type Caller,
  can,
  keyPermissionNames,
  type Permission,
  permissionNames,
  type Role,
  roles,
} from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../src/server/testing/workspace.ts';
import type { Access } from '../src/server/trpc.ts';
import {
  alsoNeeded,
  endpointAccess,
  inPerson,
  procedureAccess,
  procedureFolders,
} from './testing/access-table.ts';
import { Browser } from './testing/browser.ts';
import { startWeb } from './testing/shop.ts';

// Every procedure and every endpoint, asked over HTTP by everybody there can be. What another workspace gets of one's
// things is worker/isolation.integration.test.ts.

const PASSWORD = 'correct horse battery';
const metaSchema = z.object({
  access: z.custom<Access>((value) => typeof value === 'string').optional(),
  openapi: z.object({ method: z.string(), path: z.string() }).optional(),
});
/** Through `unknown`: the router's own type is as large as the product. */
const definitions = z
  .record(z.string(), z.custom<{ _def: { type: string; meta?: unknown } }>())
  .parse(appRouter._def.procedures);
const procedures = Object.entries(definitions).map(([name, { _def }]) => {
  const { access = 'anyone', openapi } = metaSchema.parse(_def.meta ?? {});
  return { name, type: _def.type, access, openapi };
});
const byRest = procedures.flatMap(({ name, access, openapi }) =>
  openapi ? [{ name, access, ...openapi }] : [],
);

interface Asker {
  who: string;
  headers: Record<string, string>;
  /** What the server should make of a call that asks for `access`: let it through, or refuse it so. */
  expected(access: Access): 'passed' | 401 | 403;
}
const owned = (permission: Permission): boolean => !keyPermissionNames.includes(permission);

let web: Awaited<ReturnType<typeof startWeb>>;
let owner: Caller;
let asked = 0;
const members = new Map<Role, Caller>();
const askers: Asker[] = [];
/** By scope: a key with that alone, and one with all others. */
const keys = new Map<Permission, { exact: Asker; without: Asker }>();

/** Each asks from an address of their own, so that they are counted apart. */
function from(extra: Record<string, string>): Record<string, string> {
  asked += 1;
  return { 'x-forwarded-for': `10.1.${asked >> 8}.${asked & 255}`, ...extra };
}
const keyAsker = (who: string, key: string, expected: Asker['expected']): Asker => ({
  who,
  headers: from({ authorization: `Bearer ${key}` }),
  expected,
});
const newKey = (scopes: readonly string[]) =>
  issueApiKey(owner.workspaceId, { name: 'Sample', scopes: [...scopes] });

beforeAll(async () => {
  web = await startWeb({ TRUSTED_PROXIES: '1' });
  owner = await createTestWorkspace();
  askers.push({
    who: 'nobody',
    headers: from({}),
    expected: (access) => (access === 'anyone' ? 'passed' : 401),
  });
  for (const role of roles) await addRole(role);
  await addKeys();
});
afterAll(async () => {
  await web.stop();
  await dropTestWorkspace(owner);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

async function addRole(role: Role): Promise<void> {
  const email = `${role.toLowerCase()}-${randomUUID()}@example.com`;
  const user = await createUser({ name: role, email, password: PASSWORD });
  await addMember(owner.workspaceId, user.id, role);
  // Some of one's own affairs wait for that, with the same answer that a lack of rights gets.
  await collection('users').updateOne({ _id: toObjectId(user.id) }, { $set: { emailVerified: new Date() } });
  const browser = new Browser(web.url);
  expect((await browser.signIn(email, PASSWORD)).status).toBe(200);
  members.set(role, { ...owner, actor: `user:${user.id}`, userId: user.id, role });
  const may = (access: Access) =>
    access === 'anyone' || access === 'person' || can({ ...owner, role }, access);
  askers.push({
    who: role,
    headers: from({ cookie: browser.cookie, origin: web.url }),
    expected: (access) => (may(access) ? 'passed' : 403),
  });
}

async function addKeys(): Promise<void> {
  for (const scope of permissionNames) {
    const [exact, without] = await Promise.all([
      newKey([scope]),
      newKey(permissionNames.filter((name) => name !== scope)),
    ]);
    keys.set(scope, {
      exact: keyAsker(`a key for ${scope}`, exact.key, (access) =>
        access === scope && !owned(scope) ? 'passed' : 403,
      ),
      without: keyAsker(`a key for all but ${scope}`, without.key, () => 403),
    });
  }
  const [all, revoked, expired] = await Promise.all([newKey(['all']), newKey(['all']), newKey(['all'])]);
  const stored = collection('apiKeys');
  await stored.updateOne({ _id: toObjectId(revoked.id) }, { $set: { revokedAt: new Date() } });
  await stored.updateOne(
    { _id: toObjectId(expired.id) },
    { $set: { expiresAt: new Date(Date.now() - 1_000) } },
  );
  askers.push(
    keyAsker('a key for all', all.key, (access) =>
      access === 'anyone' ? 'passed' : access === 'person' || owned(access) ? 403 : 'passed',
    ),
    // A wrong key is refused wherever it is shown, even where nobody is asked for one.
    keyAsker('a revoked key', revoked.key, () => 401),
    keyAsker('an expired key', expired.key, () => 401),
    keyAsker('an invented key', `nf_${'x'.repeat(43)}`, () => 401),
  );
}

/** Everybody who is to be asked about something that needs `access`. Those who may come last: theirs may change things. */
async function askersOf(access: Access, also: readonly Permission[]): Promise<Asker[]> {
  const byScope = access === 'anyone' || access === 'person' ? undefined : keys.get(access);
  const all = [...askers, ...(byScope ? [byScope.without] : [])];
  if (byScope && also.length === 0) all.push(byScope.exact);
  if (byScope && also.length > 0) {
    const { key } = await newKey([access, ...also]);
    all.push(
      { ...byScope.exact, expected: () => 403 },
      keyAsker('a key for just these', key, () => 'passed'),
    );
  }
  const passes = (asker: Asker) => asker.expected(access) === 'passed';
  return [...all.filter((asker) => !passes(asker)), ...all.filter(passes)];
}

/** Input that is right nowhere: whoever may call is told so, whoever may not learns nothing of it. */
const NONSENSE = 'nonsense';

async function ask(path: string, init: RequestInit): Promise<{ status: number; body: string }> {
  const response = await fetch(`${web.url}${path}`, { redirect: 'manual', ...init });
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('event-stream')) return { status: response.status, body: await response.text() };
  await response.body?.cancel();
  return { status: response.status, body: '' };
}
const askProcedure = (name: string, asker: Asker) =>
  ask(`/api/trpc/${name}`, {
    method: 'POST',
    headers: { ...asker.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ json: NONSENSE }),
  });
const askRest = (method: string, path: string, asker: Asker) =>
  ask(`/api${path.replaceAll(/\{\w+\}|\[\w+\]/g, NONSENSE)}${method === 'GET' ? '?limit=nonsense' : ''}`, {
    method,
    headers: { ...asker.headers, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify({ nonsense: [NONSENSE] }) }),
  });

/** What was made of a call. Nothing may break, whatever the input. */
function verdict({ status, body }: { status: number; body: string }): 'passed' | number {
  if (status >= 500) throw new Error(`answered ${status}: ${body.slice(0, 300)}`);
  return status === 401 || status === 403 ? status : 'passed';
}

async function everybody(
  { access, also = [] }: { access: Access; also?: readonly Permission[] | undefined },
  call: (asker: Asker) => Promise<{ status: number; body: string }>,
): Promise<{ got: Record<string, unknown>; expected: Record<string, unknown> }> {
  const got: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  for (const asker of await askersOf(access, also)) {
    got[asker.who] = verdict(await call(asker));
    expected[asker.who] = asker.expected(access);
  }
  return { got, expected };
}

const asking = Object.entries(endpointAccess).flatMap(([folder, { method, access, also }]) =>
  access === 'signature' || access === 'anyone' ? [] : [{ folder, method, access, also }],
);

describe('the table', () => {
  it('has every procedure, under what its router says it asks for', () => {
    const stated = Object.groupBy(procedures, ({ access }) => access);
    const sorted = (table: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(table).map(([access, names]) => [access, names.toSorted()]));
    const names = Object.entries(stated).map(([access, list]) => [access, list.map(({ name }) => name)]);
    expect(sorted(Object.fromEntries(names))).toEqual(sorted(procedureAccess));
  });

  it('has every endpoint that is no procedure', () => {
    const folders = globSync('src/app/api/**/route.ts').map((file) =>
      file.replace(/^src\/app\/api\//, '').replace(/\/route\.ts$/, ''),
    );
    expect(folders.toSorted()).toEqual([...Object.keys(endpointAccess), ...procedureFolders].toSorted());
  });

  it('and the OpenAPI document speaks of nothing else', async () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(JSON.parse((await ask('/api/openapi.json', {})).body));
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const known = new Set([
      ...procedures.flatMap(({ openapi }) => (openapi ? [`${openapi.method} ${openapi.path}`] : [])),
      ...Object.entries(endpointAccess).map(
        ([folder, { method }]) => `${method} /${folder.replaceAll('[', '{').replaceAll(']', '}')}`,
      ),
    ]);
    expect(documented.filter((operation) => !known.has(operation))).toEqual([]);
  });
});

describe('everybody gets the answer they should', () => {
  it.each(procedures.filter(({ name, type }) => type !== 'subscription' && !inPerson.includes(name)))(
    'from $name by tRPC',
    async ({ name, access }) => {
      const also = alsoNeeded[name];
      const { got, expected } = await everybody({ access, also }, (asker) => askProcedure(name, asker));
      expect(got).toEqual(expected);
    },
  );

  it.each(byRest)('from $method $path ($name)', async ({ name, method, path, access }) => {
    const also = alsoNeeded[name];
    const { got, expected } = await everybody({ access, also }, (asker) => askRest(method, path, asker));
    expect(got).toEqual(expected);
  });

  it.each(asking)('from $method /api/$folder', async ({ folder, method, access, also }) => {
    const { got, expected } = await everybody({ access, also }, (asker) =>
      askRest(method, `/${folder}`, asker),
    );
    expect(got).toEqual(expected);
  });
});

describe.each(procedures.filter(({ type }) => type === 'subscription'))('$name', ({ name, access }) => {
  const subscribe = async (caller: Caller | null): Promise<string> => {
    // By its name in dots: the caller is a tree of procedures.
    const call = name
      .split('.')
      .reduce<unknown>(
        (tree, part) => Reflect.get(Object(tree), part),
        createCaller({ caller, requestId: 'a' }),
      );
    if (typeof call !== 'function') throw new Error(`${name} is no procedure`);
    try {
      await call(NONSENSE);
      return 'passed';
    } catch (error) {
      const code = String(Reflect.get(Object(error), 'code'));
      return code === 'UNAUTHORIZED' || code === 'FORBIDDEN' ? code : 'passed';
    }
  };

  it('is opened for those who may, and nobody else', async () => {
    const permission = permissionNames.find((known) => known === access);
    if (!permission) throw new Error(`${name} asks for ${access}`);
    expect(await subscribe(null)).toBe('UNAUTHORIZED');
    for (const [role, caller] of members)
      expect(await subscribe(caller), role).toBe(can(caller, permission) ? 'passed' : 'FORBIDDEN');
    const key = (scopes: string[]): Caller => ({ ...owner, userId: null, role: 'ADMIN', scopes });
    expect(await subscribe(key(permissionNames.filter((scope) => scope !== permission)))).toBe('FORBIDDEN');
    expect(await subscribe(key([permission]))).toBe('passed');
  });
});

// Last, because those who leave are nobody here afterwards.
it.each(inPerson)('%s is done by people of the workspace, for themselves', async (name) => {
  for (const asker of askers) {
    const isPerson = roles.some((role) => role === asker.who);
    const refusal = asker.expected('workspace:own') === 401 ? 401 : 403;
    expect(verdict(await askProcedure(name, asker)), asker.who).toBe(isPerson ? 'passed' : refusal);
  }
});
