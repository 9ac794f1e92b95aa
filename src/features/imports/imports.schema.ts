import { z } from 'zod';

export const importKinds = ['CUSTOMERS', 'ORDERS'] as const;
export type ImportKind = (typeof importKinds)[number];
export const importStatuses = ['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importCountsSchema = z.object({
  rows: z.number().int(),
  inserted: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int(),
  /** Customers made because an order named an address nobody had. */
  customersCreated: z.number().int(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

export const importSchema = z.object({
  id: z.string(),
  kind: z.enum(importKinds),
  status: z.enum(importStatuses),
  fileName: z.string(),
  counts: importCountsSchema,
  /** Share of the file that has been read, 0 to 1. */
  progress: z.number(),
  error: z.string().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
export type Import = z.infer<typeof importSchema>;

export const listImportsInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .regex(/^[0-9a-f]{24}$/, 'is not a cursor this API gave')
    .optional(),
});
export const importPageSchema = z.object({ items: z.array(importSchema), nextCursor: z.string().nullable() });
