import { GUARD, type Operation } from '../operations.ts';
import { header, parameter, RATE_HEADERS, type Refusal, refusal } from './components.ts';
import { exampleOf } from './examples.ts';
import { cleaned, idOf, withIds } from './schemas.ts';
import type { Answer, OperationObject, Parameter, Reference, Schema } from './types.ts';

// What all operations have in common, put into the document in one place.

/** Refusals that only some operations know, beyond those that follow from method, path and input. */
const further: Record<string, readonly Refusal[]> = {
  'privacy.lift': [404],
  'campaigns.setTags': [409],
  'campaigns.create': [404],
  'audiences.overlap': [404],
  'ai.suggestMessages': [404],
  'orders.list': [404],
  'vendors.delete': [409],
};

/** A procedure's part of the document as trpc-openapi makes it, completed. */
export function complete(
  made: OperationObject,
  operation: Operation,
  components: Record<string, Schema>,
): OperationObject {
  const { method, permission } = operation;
  const writes = method !== 'GET';
  const body = made.requestBody ? requestBody(made.requestBody, operation, components) : undefined;
  return {
    operationId: made.operationId,
    tags: made.tags,
    summary: made.summary,
    description: description(made, operation),
    security: permission ? [{ apiKey: [permission] }, { session: [permission] }] : [],
    parameters: [
      ...(made.parameters ?? []).flatMap(ownParameter),
      ...(operation.fields.length > 0 ? [fieldsParameter(operation)] : []),
      ...(operation.givesOne ? [parameter('IfNoneMatch')] : []),
      ...(operation.guarded ? [parameter('IfMatch')] : []),
      ...(method === 'POST' ? [parameter('IdempotencyKey')] : []),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: {
      [operation.creates ? '201' : '200']: success(made, operation, components),
      ...(operation.givesOne ? { 304: { $ref: '#/components/responses/NotModified' } } : {}),
      ...Object.fromEntries(refusalsOf(operation, writes).map((status) => [status, refusal(status)])),
      429: refusal('429'),
      '5XX': refusal('5XX'),
    },
  };
}

function description({ description: own }: OperationObject, { permission, fields }: Operation): string {
  const said = [
    own,
    permission ? `Needs the scope \`${permission}\`.` : undefined,
    fields.length > 0 ? 'With `fields` the answer holds those fields alone.' : undefined,
  ];
  return said.filter(Boolean).join('\n\n');
}

function refusalsOf({ name, method, path, permission, guarded }: Operation, writes: boolean): Refusal[] {
  const reads = method === 'POST' || method === 'PUT' || method === 'PATCH';
  return [
    ...new Set<Refusal>([
      400,
      ...(permission ? ([401, 403] as const) : []),
      ...(path.includes('{') ? ([404] as const) : []),
      ...(method === 'POST' ? ([409, 422] as const) : []),
      ...(method === 'PATCH' ? ([409] as const) : []),
      ...(guarded ? ([409, 412] as const) : []),
      ...(writes && reads ? ([413, 415] as const) : []),
      ...(further[name] ?? []),
    ]),
  ].toSorted();
}

/** The guard is given as If-Match. */
function ownParameter(one: Parameter | Reference): (Parameter | Reference)[] {
  if ('$ref' in one) return [one];
  if (one.name === GUARD) return [];
  const schema = cleaned(one.schema);
  return [{ ...one, schema: one.in === 'path' || /Id$/.test(one.name) ? idOf(schema) : schema }];
}

const fieldsParameter = ({ fields, path }: Operation): Parameter => ({
  name: 'fields',
  in: 'query',
  description: `Only these fields${path.endsWith('}') ? '' : ' of each item'}, separated by commas: ${fields.join(', ')}.`,
  style: 'form',
  explode: false,
  schema: { type: 'array', items: { type: 'string', enum: [...fields] } },
});

function requestBody(
  body: NonNullable<OperationObject['requestBody']>,
  { name }: Operation,
  components: Record<string, Schema>,
): NonNullable<OperationObject['requestBody']> {
  const content = Object.fromEntries(
    Object.entries(body.content).map(([type, media]) => {
      const schema = withIds(withoutGuard(cleaned(media.schema)));
      return [type, { schema, example: exampleOf(schema, components, name.split('.')[0]) }];
    }),
  );
  // An absent body is an empty object, so it is required only where something in it is.
  return {
    required: Object.values(content).some(({ schema }) => (schema.required ?? []).length > 0),
    content,
  };
}

function withoutGuard(schema: Schema): Schema {
  if (!schema.properties || !(GUARD in schema.properties)) return schema;
  const { [GUARD]: _, ...properties } = schema.properties;
  return { ...schema, properties };
}

function success(made: OperationObject, operation: Operation, components: Record<string, Schema>): Answer {
  const given = made.responses['200'];
  const media = given && 'content' in given ? given.content?.['application/json'] : undefined;
  const schema = withIds(cleaned(media?.schema ?? {}));
  return {
    description: operation.creates ? 'The new thing' : 'Done; the answer',
    headers: {
      ...RATE_HEADERS,
      ...(operation.givesOne || operation.guarded ? { ETag: header('ETag') } : {}),
      ...(operation.creates ? { Location: header('Location') } : {}),
      ...(operation.method === 'POST' ? { 'Idempotency-Replayed': header('Idempotency-Replayed') } : {}),
    },
    content: {
      'application/json': { schema, example: exampleOf(schema, components, operation.name.split('.')[0]) },
    },
  };
}
