import { generateOpenApiDocument } from 'trpc-openapi';
import { webhookDocuments } from '../../features/webhooks/webhook-documents.ts';
import { operations } from '../operations.ts';
import { appRouter } from '../root.ts';
import { components } from './components.ts';
import { complete } from './conventions.ts';
import { endpoints } from './endpoints.ts';
import { annotateSchemas, cleaned, withIds } from './schemas.ts';
import { tags } from './tags.ts';
import type { Document, OperationObject, PathItem, Schema } from './types.ts';

const DESCRIPTION = `Customers, audiences, campaigns and their delivery.

Send an API key as \`Authorization: Bearer nf_…\`; it is made in the settings and carries scopes. Pages of the app use the session's cookie instead.

- Bodies are JSON, names are camelCase, moments are ISO 8601 in UTC, money is a number in major units with two decimals.
- Lists take \`limit\` (at most 500) and \`cursor\`: the \`nextCursor\` of the page before; null on the last page.
- \`fields=id,name\` on a GET leaves out all other fields.
- A GET of one thing has an \`ETag\`. \`If-None-Match\` saves the answer, \`If-Match\` on a change refuses it with 412 when somebody else was faster.
- A POST may carry an \`Idempotency-Key\`: sent again, it is done once.
- Failures are \`application/problem+json\` (RFC 9457).
- Every answer to a caller we know says in \`RateLimit-*\` how many requests are left.`;

let made: Document | undefined;

/** The OpenAPI 3.1 document: every procedure with a path, and the endpoints that stream, upload or are called by vendors. */
export function openApiDocument(): Document {
  made ??= makeDocument();
  return made;
}

function makeDocument(): Document {
  annotateSchemas();
  const generated = JSON.parse(
    JSON.stringify(generateOpenApiDocument(appRouter, { title: 'NexusFlow', version: '1', baseUrl: '/api' })),
  ) as { paths: Record<string, PathItem>; components?: { schemas?: Record<string, Schema> } };
  const own = components();
  const things = Object.fromEntries(
    Object.entries(generated.components?.schemas ?? {})
      .filter(([name]) => !name.startsWith('error.'))
      .map(([name, schema]) => [name, withIds(cleaned(schema))]),
  );
  const schemas = sorted({ ...own.schemas, ...things });
  const paths: Record<string, PathItem> = {};
  const add = (path: string, method: keyof PathItem, operation: OperationObject) => {
    paths[path] = { ...paths[path], [method]: operation };
  };
  for (const operation of operations) {
    const method = operation.method.toLowerCase() as keyof PathItem;
    const raw = generated.paths[operation.path]?.[method];
    if (raw) add(operation.path, method, complete(raw, operation, schemas));
  }
  for (const { path, method, operation } of endpoints(schemas)) add(path, method, operation);
  return {
    openapi: '3.1.0',
    info: {
      title: 'NexusFlow',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api', description: 'This installation' }],
    security: [{ apiKey: [] }, { session: [] }],
    tags,
    paths: sorted(paths),
    webhooks: webhookDocuments(),
    components: { ...own, schemas },
  };
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
