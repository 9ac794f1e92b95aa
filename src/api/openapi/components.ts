import { errorTable } from '../../server/errors.ts';
import type { Answer, Document, Parameter, Reference } from './types.ts';

// What operations refer to by name.

/** Statuses a refusal may have, by the name of its response among the components. */
const refusals = {
  400: ['Invalid', 'Something is missing or wrong; `errors` names each field.'],
  401: ['Unauthenticated', 'Nobody is signed in, or the API key is unknown, revoked or expired.'],
  403: ['Forbidden', 'The API key lacks the scope, or the person’s role does not allow it.'],
  404: [
    'NotFound',
    'There is no such thing in this workspace; another workspace’s things are not found either.',
  ],
  409: [
    'Conflict',
    'It cannot be done as things stand, or the first request with this Idempotency-Key is still at work.',
  ],
  412: ['ChangedMeanwhile', 'Somebody else changed it after the caller had read it: nothing was changed.'],
  413: ['TooLarge', 'The body is larger than it may be.'],
  415: ['UnsupportedMediaType', 'The body is of a type that is not read here.'],
  422: ['Unprocessable', 'This Idempotency-Key was used with another request before.'],
} as const;
export type Refusal = keyof typeof refusals;

export const refusal = (status: Refusal | '429' | '5XX'): Reference => ({
  $ref: `#/components/responses/${status === '429' ? 'TooManyRequests' : status === '5XX' ? 'Failed' : refusals[status][0]}`,
});

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const examples: Record<Refusal, { detail: string; errors?: { path: string; message: string }[] }> = {
  400: {
    detail: 'Some values are missing or wrong. email: is not an email address',
    errors: [{ path: 'email', message: 'is not an email address' }],
  },
  401: { detail: 'Sign in, or send an API key: Authorization: Bearer nf_…' },
  403: { detail: 'This API key lacks the scope customers:write.' },
  404: { detail: 'There is no customer with this id.' },
  409: { detail: 'The campaign is sending and cannot be launched. A campaign is launched once.' },
  412: { detail: 'Somebody else changed this meanwhile. Read it again, then change it.' },
  413: { detail: 'The body may have at most 2 MB; split it.' },
  415: { detail: 'Send the body as application/json.' },
  422: { detail: 'This Idempotency-Key was used with another request. Use a new key.' },
};

/** The error table's line for a status. */
const ruleOf = (status: number) => {
  const found = Object.entries(errorTable).find(([, rule]) => rule.status === status);
  if (!found) throw new Error(`No error has the status ${status}`);
  return { code: found[0], title: found[1].title };
};

const problem = (status: number, rest: object): object => ({
  type: 'about:blank',
  ...{ title: ruleOf(status).title, status },
  ...rest,
  code: ruleOf(status).code,
});

const refusalResponses = (): Record<string, Answer> =>
  Object.fromEntries(
    ([400, 401, 403, 404, 409, 412, 413, 415, 422] as const).map((status) => {
      const [name, description] = refusals[status];
      const { detail, errors } = examples[status];
      const example = { ...problem(status, { detail }), ...(errors ? { errors } : {}) };
      return [
        name,
        {
          description,
          content: { 'application/problem+json': { ...problemContent['application/problem+json'], example } },
        },
      ];
    }),
  );

const rateHeaders = (names: readonly string[]): Record<string, Reference> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
export const RATE_HEADERS = rateHeaders(['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']);

const parameters: Record<string, Parameter> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A text of your own, 1 to 255 printable ASCII characters. The same request with the same key within a day is done once and gets the first answer again (`Idempotency-Replayed: true`); another request with it is refused with 422, one while the first is at work with 409. Keys of one caller mean nothing to another.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$', maxLength: 255 },
    example: 'order-import-2026-05-04',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description:
      'The ETag the thing had when it was read. If somebody else has changed it since, nothing is done and the answer is 412. Without the header the last change wins.',
    schema: { type: 'string', maxLength: 200 },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'An ETag of an earlier answer; if it still fits, the answer is 304 without a body.',
    schema: { type: 'string', maxLength: 2000 },
  },
};

export const parameter = (name: 'IdempotencyKey' | 'IfMatch' | 'IfNoneMatch'): Reference => ({
  $ref: `#/components/parameters/${name}`,
});

const text = (description: string) => ({ description, schema: { type: 'string' } });
const whole = (description: string) => ({ description, schema: { type: 'integer' } });

/** Everything but the schemas of things. */
export const components = (): Document['components'] => ({
  schemas: {
    Problem: {
      type: 'object',
      description:
        'Why a request failed (RFC 9457). `detail` is for people; programs go by `code`. A failure on our side says nothing of its inner workings.',
      properties: {
        type: { type: 'string', description: 'Always about:blank: the status says what kind it is.' },
        title: { type: 'string' },
        status: { type: 'integer', minimum: 400, maximum: 599 },
        detail: { type: 'string', description: 'What was wrong, and what to do.' },
        code: { type: 'string', enum: Object.keys(errorTable) },
        errors: {
          type: 'array',
          description: 'Which fields were wrong.',
          items: {
            type: 'object',
            properties: {
              path: { type: 'string', description: 'Where, in dots: `rules.rules.0.value`.' },
              message: { type: 'string' },
            },
            required: ['path', 'message'],
            additionalProperties: false,
          },
        },
      },
      required: ['type', 'title', 'status', 'detail', 'code'],
      additionalProperties: false,
    },
  },
  responses: {
    ...refusalResponses(),
    TooManyRequests: {
      description: 'Too many requests; `Retry-After` says how long to wait.',
      headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' }, ...RATE_HEADERS },
      content: {
        'application/problem+json': {
          ...problemContent['application/problem+json'],
          example: problem(429, { detail: 'Too many requests; try again in 12 s.' }),
        },
      },
    },
    Failed: {
      description: 'A failure on our side, or something took too long. The request may be sent again.',
      content: {
        'application/problem+json': {
          ...problemContent['application/problem+json'],
          example: problem(500, {
            detail: 'Something went wrong on our side. Try again; if it stays, tell your administrator.',
          }),
        },
      },
    },
    NotModified: { description: 'It still is as `If-None-Match` says.' },
  },
  parameters,
  headers: {
    'RateLimit-Limit': whole('Requests allowed in the window'),
    'RateLimit-Remaining': whole('Requests left in it'),
    'RateLimit-Reset': whole('Seconds until it begins anew'),
    'Retry-After': whole('Seconds to wait'),
    ETag: text('The version of the thing, for If-Match and If-None-Match'),
    Location: text('Where the new thing is'),
    'Idempotency-Replayed': {
      description: 'This is the answer an earlier request with the same Idempotency-Key got',
      schema: { type: 'string', enum: ['true'] },
    },
  },
  securitySchemes: {
    apiKey: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'nf_…',
      description:
        'An API key, made in the settings or with `npm run cli -- api-key create`. Each operation names the scope it needs; `all` holds them all.',
    },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'next-auth.session-token',
      description:
        'The cookie of a signed-in person (`__Secure-next-auth.session-token` over HTTPS). Their role says what they may do.',
    },
  },
});

export const header = (name: string): Reference => ({ $ref: `#/components/headers/${name}` });
