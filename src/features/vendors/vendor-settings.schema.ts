import { z } from 'zod';

/** What of a message a vendor's request can be made of. */
export const messageFields = ['to', 'subject', 'body', 'messageId', 'callbackUrl', 'unsubscribeUrl'] as const;
export type MessageField = (typeof messageFields)[number];

/** A place in a JSON document: names joined by dots, list positions as numbers. */
const path = z
  .string()
  .trim()
  .max(200)
  .regex(/^[\w$-]+(\.[\w$-]+)*$/, 'write names joined by dots, such as data.id');
const optionalPath = z.union([path, z.literal('')]);

/** Headers that make the request what it is; the adapter writes them itself. */
const OWN_HEADERS = [
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'idempotency-key',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'webhook-id',
  'webhook-signature',
  'webhook-timestamp',
];
const headerName = z
  .string()
  .trim()
  .toLowerCase()
  .max(100)
  .regex(/^[\w!#$%&'*+.^`|~-]+$/, 'a header’s name holds letters, digits and dashes')
  .refine((name) => !OWN_HEADERS.includes(name), 'this header is written by NexusFlow itself');
const headerValue = z
  .string()
  .trim()
  .max(2_000)
  .regex(/^[\x20-\x7e]*$/, 'a header’s value is plain text on one line');
const MAX_HEADERS = 30;
const fewHeaders = (headers: object): boolean => Object.keys(headers).length <= MAX_HEADERS;
const tooManyHeaders = `${MAX_HEADERS} headers at most`;

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The request of one message: a JSON object in whose texts `{{to}}` and its like stand for the message's fields. */
const bodyTemplate = z
  .string()
  .max(20_000)
  .superRefine((text, context) => {
    const template = parseObject(text);
    if (!template) {
      context.addIssue({
        code: 'custom',
        message: 'must be a JSON object, such as {"to": "{{to}}", "text": "{{body}}"}',
      });
      return;
    }
    for (const [, name = ''] of text.matchAll(PLACEHOLDER))
      if (!isField(name))
        context.addIssue({
          code: 'custom',
          message: `“${name}” is none of ${messageFields.join(', ')}`,
        });
    for (const needed of ['to', 'body'] as const)
      if (![...text.matchAll(PLACEHOLDER)].some(([, name]) => name === needed))
        context.addIssue({ code: 'custom', message: `{{${needed}}} is missing` });
  });

export const isField = (name: string): name is MessageField =>
  (messageFields as readonly string[]).includes(name);

/** The text as a JSON object, or null when it is none. */
export function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

export const DEFAULT_BODY = JSON.stringify(
  { messageId: '{{messageId}}', to: '{{to}}', subject: '{{subject}}', body: '{{body}}' },
  null,
  2,
);

/** How a vendor with an HTTP API is spoken to. Secrets stand apart. */
export const httpSettingsSchema = z.object({
  url: z
    .url({ protocol: /^https?$/, error: 'give an address that begins with https:// or http://' })
    .max(2_000)
    .refine((text) => !URL.canParse(text) || new URL(text).username === '', {
      error: 'keep user names and passwords out of the address; use a secret header',
    }),
  headers: z.record(headerName, headerValue).refine(fewHeaders, tooManyHeaders).default({}),
  /** One message per request, or many. */
  mode: z.enum(['SINGLE', 'BATCH']).default('SINGLE'),
  batchSize: z.coerce.number().int().min(1).max(1_000).default(100),
  template: bodyTemplate.default(DEFAULT_BODY),
  /** Where a batch stands in its request; empty: the request is the list itself. */
  itemsPath: optionalPath.default(''),
  /** Where the answers stand in the answer to a batch; empty: the answer is the list itself. null: one answer for all. */
  resultsPath: optionalPath.nullable().default(''),
  /** In an answer: the vendor's id, our own id (empty: answers come in our order), why a message was refused, whether to try again. */
  idPath: optionalPath.default('id'),
  messageIdPath: optionalPath.default(''),
  errorPath: optionalPath.default(''),
  retryablePath: optionalPath.default(''),
  /** Whether the vendor posts delivery receipts to our webhook. Without them a message is done once the vendor took it. */
  receipts: z.boolean().default(true),
});
export type HttpSettings = z.infer<typeof httpSettingsSchema>;

const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)$/, 'give a host name, such as smtp.example.com');

/** The mail server that e-mail goes through. Its password stands apart. */
export const smtpSettingsSchema = z.object({
  host,
  port: z.coerce.number().int().min(1).max(65_535).default(587),
  /** TLS from the first byte (465), STARTTLS required (587), or none: only for a server on one's own network. */
  security: z.enum(['TLS', 'STARTTLS', 'NONE']).default('STARTTLS'),
  user: z.string().trim().max(320).default(''),
  fromAddress: z.email('give an e-mail address').max(320),
  fromName: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\r\n]*$/, 'keep it on one line')
    .default(''),
  replyTo: z.union([z.email('give an e-mail address').max(320), z.literal('')]).default(''),
  /** Connections one worker keeps open at most. */
  maxConnections: z.coerce.number().int().min(1).max(20).default(5),
});
export type SmtpSettings = z.infer<typeof smtpSettingsSchema>;

const signingSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'must be whsec_ followed by base64 of 24 to 64 bytes');

/** Secrets as they are kept, encrypted. */
export const httpSecretsSchema = z.object({
  signingSecret: signingSecret.optional(),
  headers: z.record(headerName, headerValue).default({}),
});
export type HttpSecrets = z.infer<typeof httpSecretsSchema>;
export const smtpSecretsSchema = z.object({ password: z.string().min(1).max(1_000).optional() });
export type SmtpSecrets = z.infer<typeof smtpSecretsSchema>;

/** Secrets as they are written: left out keeps what is there, null takes it away. */
export const httpSecretsInput = z.object({
  signingSecret: signingSecret.nullable().optional(),
  headers: z.record(headerName, headerValue.nullable()).refine(fewHeaders, tooManyHeaders).optional(),
});
export const smtpSecretsInput = z.object({
  password: smtpSecretsSchema.shape.password.unwrap().nullable().optional(),
});
