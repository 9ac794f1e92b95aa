import { z } from 'zod';
import { searchText } from '../../lib/search-text.ts';

/** An event of the log, as the API gives it. */
export const auditEventSchema = z.object({
  id: z.string(),
  at: z.date(),
  actor: z
    .string()
    .describe(
      '`user:<id>`, `key:<id>`, `cli` for an operator’s command, or `system` for what happened by itself',
    ),
  actorName: z.string().nullable().describe('What they were called then'),
  action: z.string().describe('The procedure, such as `campaigns.launch`'),
  inWords: z.string().describe('The action in words, such as “launched the campaign”'),
  targetId: z.string().nullable(),
  targetName: z.string().nullable().describe('What the thing was called then'),
  before: z.record(z.string(), z.unknown()).nullable().describe('The changed fields as they were'),
  after: z.record(z.string(), z.unknown()).nullable().describe('The changed fields as they became'),
  address: z.string().nullable().describe('The IP address it was asked from'),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

const moment = z.coerce.date('must be a moment such as 2026-01-31T09:30:00Z');

export const auditFilterSchema = z.object({
  actor: z
    .string()
    .regex(/^(user:[0-9a-f]{24}|key:[0-9a-f]{24}|cli|system)$/, 'must be user:<id>, key:<id>, cli or system')
    .optional()
    .describe('Who: `user:<id>`, `key:<id>`, `cli` or `system`'),
  action: z
    .string()
    .regex(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/, 'must be an action such as campaigns.launch, or its first part')
    .max(100)
    .optional()
    .describe('An action such as `campaigns.launch`, or all of one kind: `campaigns`'),
  target: searchText.min(1).optional().describe('A thing’s id, or a part of its name'),
  from: moment.optional().describe('The first moment'),
  until: moment.optional().describe('The moment up to which, not itself'),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const listAuditInput = auditFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f]{24}$/, 'is not a cursor this API gave')
    .optional(),
});
export type ListAuditInput = z.output<typeof listAuditInput>;

export const auditPageSchema = z.object({
  items: z.array(auditEventSchema),
  nextCursor: z.string().nullable(),
});

/** Whoever is in the log, by the name they had last. */
export const auditActorSchema = z.object({ actor: z.string(), name: z.string().nullable() });
