import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { issueApiKey } from '../../src/features/api-keys/api-keys.service.ts';
import { closeDatabase } from '../../src/server/db.ts';
import type { Caller } from '../../src/server/permissions.ts';
import { closeQueues } from '../../src/server/queue.ts';
import { closeRedis } from '../../src/server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../src/server/testing/workspace.ts';
import { addCustomers, startWeb } from '../testing/shop.ts';

// The database's operators in every field and every parameter that the OpenAPI document has.

let web: Awaited<ReturnType<typeof startWeb>>;
let caller: Caller;
let key: string;
let operations: Operation[];

const nodeSchema = z.record(z.string(), z.unknown());
type Node = z.infer<typeof nodeSchema>;
interface Operation {
  method: string;
  path: string;
  query: string[];
  /** Paths of fields in the body, in dots. */
  fields: string[];
}

const OPERATORS = [{ $gt: '' }, { $ne: null }, { $where: 'sleep(5000)' }, { $regex: '.*' }] as const;

beforeAll(async () => {
  web = await startWeb();
  caller = await createTestWorkspace();
  await addCustomers(caller, 3);
  ({ key } = await issueApiKey(caller.workspaceId, { name: 'Sample', scopes: ['all'] }));
  const document = nodeSchema.parse(await (await fetch(`${web.url}/api/openapi.json`)).json());
  operations = operationsOf(document);
});
afterAll(async () => {
  await web.stop();
  await dropTestWorkspace(caller);
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

/** What stands at a place of the document, references followed; an empty node where there is nothing. */
function at(document: Node, node: unknown, ...path: string[]): Node {
  let found: unknown = node;
  for (const part of ['', ...path]) {
    if (part) found = Reflect.get(Object(found), part);
    const reference: unknown = Reflect.get(Object(found), '$ref');
    if (typeof reference === 'string') found = at(document, document, ...reference.split('/').slice(1));
  }
  return nodeSchema.safeParse(found).data ?? {};
}

function fieldsOf(document: Node, schema: Node, depth = 0): string[] {
  const inner = (name: string, child: unknown): string[] =>
    depth >= 2 ? [] : fieldsOf(document, at(document, child), depth + 1).map((field) => `${name}.${field}`);
  const here = Object.entries(at(document, schema, 'properties')).flatMap(([name, child]) => [
    name,
    ...inner(name, child),
  ]);
  const branches = ['anyOf', 'oneOf', 'allOf'].flatMap((kind) => {
    const list = schema[kind];
    return Array.isArray(list)
      ? list.flatMap((branch) => fieldsOf(document, at(document, branch), depth))
      : [];
  });
  return [...new Set([...here, ...branches])];
}

function operationsOf(document: Node): Operation[] {
  return Object.entries(at(document, document, 'paths')).flatMap(([path, item]) =>
    Object.entries(at(document, item)).map(([method, operation]) => {
      const parameters = Reflect.get(Object(operation), 'parameters');
      const query = (Array.isArray(parameters) ? parameters : [])
        .map((parameter) => at(document, parameter))
        .flatMap(({ in: where, name }) => (where === 'query' && typeof name === 'string' ? [name] : []));
      const schema = at(document, operation, 'requestBody', 'content', 'application/json', 'schema');
      return { method: method.toUpperCase(), path, query, fields: fieldsOf(document, schema) };
    }),
  );
}

interface Answer {
  what: string;
  status: number;
  body: string;
}
async function ask(operation: Operation, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${web.url}/api${path}`, {
    method: operation.method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    what: `${operation.method} ${path} ${JSON.stringify(body) ?? ''}`.slice(0, 200),
    status: response.status,
    body: await response.text(),
  };
}
const filled = (path: string): string => path.replaceAll(/\{\w+\}/g, '0123456789abcdef01234567');

/** `value` at a path in dots: `a.b` is {a: {b: value}}. */
const nested = (field: string, value: unknown): unknown =>
  field.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);

const REFUSALS = [400, 401, 404, 409, 415, 422];

it('speaks of enough to be of use', () => {
  expect(operations.length).toBeGreaterThan(60);
  expect(operations.flatMap(({ fields }) => fields).length).toBeGreaterThan(60);
});

it('in a field of a body are refused', { timeout: 120_000 }, async () => {
  const wrong: Answer[] = [];
  for (const operation of operations) {
    for (const field of operation.fields)
      for (const operator of OPERATORS.slice(0, 2)) {
        const answer = await ask(operation, filled(operation.path), nested(field, operator));
        if (!REFUSALS.includes(answer.status)) wrong.push(answer);
      }
  }
  expect(wrong).toEqual([]);
});

it('as a whole body are refused', async () => {
  const wrong: Answer[] = [];
  for (const operation of operations.filter(({ fields }) => fields.length > 0))
    for (const operator of OPERATORS) {
      const answer = await ask(operation, filled(operation.path), operator);
      if (!REFUSALS.includes(answer.status)) wrong.push(answer);
    }
  expect(wrong).toEqual([]);
});

it('in a parameter find nothing that a plain text would not', async () => {
  const wrong: Answer[] = [];
  for (const operation of operations.filter(({ method }) => method === 'GET')) {
    const path = filled(operation.path);
    // Each download of the audit log stands in the next one, so no two are alike.
    if (path.startsWith('/realtime/') || path === '/audit-events/export') continue;
    for (const name of operation.query)
      for (const query of [
        `${name}=${encodeURIComponent('{"$gt":""}')}`,
        `${name}[$gt]=`,
        `${name}[$ne]=1`,
      ]) {
        const answer = await ask(operation, `${path}?${query}`);
        const plain = query.includes('[') ? await ask(operation, path) : null;
        const harmless =
          REFUSALS.includes(answer.status) ||
          // Not a name that we know: as if it were not there.
          (plain !== null && answer.body === plain.body) ||
          // Taken for a text, which nobody has.
          (plain === null && /"items":\[\]/.test(answer.body));
        if (answer.status >= 500 || !harmless) wrong.push(answer);
      }
  }
  expect(wrong).toEqual([]);
});

it('in the place of an id are no id', async () => {
  const wrong: Answer[] = [];
  for (const operation of operations.filter(({ path }) => path.includes('{')))
    for (const value of ['{"$gt":""}', '[object Object]', '$ne', '__proto__', '..%2f..%2f']) {
      const path = operation.path.replaceAll(/\{\w+\}/g, encodeURIComponent(value));
      const answer = await ask(operation, path, operation.method === 'GET' ? undefined : {});
      if (!REFUSALS.includes(answer.status)) wrong.push(answer);
    }
  expect(wrong).toEqual([]);
});
