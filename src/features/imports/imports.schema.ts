import { z } from 'zod';
import { idCursorSchema } from '../../lib/id-cursor.ts';
import { searchText } from '../../lib/search-text.ts';
import { mappingSchema } from './mapping.schema.ts';

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
export const NO_COUNTS: ImportCounts = {
  rows: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
  customersCreated: 0,
};

/** EXPIRED: what it changed was kept for as long as the workspace keeps that, and is gone. */
export const undoStatuses = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED'] as const;
export type UndoStatus = (typeof undoStatuses)[number];

/** What became of what an import brought in, when it was taken back. */
export const undoCountsSchema = z.object({
  /** New rows deleted. */
  removed: z.number().int(),
  /** Changed rows that are again as they were. */
  restored: z.number().int(),
  /** Left, wholly or in some fields, because they were changed since by hand or by a later import. */
  keptChanged: z.number().int(),
  /** New customers left because they have orders from elsewhere. */
  keptOrders: z.number().int(),
  /** New customers left because a campaign has a message for them. */
  keptMessages: z.number().int(),
  /** Deleted by somebody already. */
  gone: z.number().int(),
  /** Customers made for orders, deleted with them. */
  customersRemoved: z.number().int(),
});
export type UndoCounts = z.infer<typeof undoCountsSchema>;

export const undoSchema = z.object({
  status: z.enum(undoStatuses),
  counts: undoCountsSchema,
  /** 0 to 1. */
  progress: z.number(),
  error: z.string().nullable(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
});
export type Undo = z.infer<typeof undoSchema>;

export const importSchema = z.object({
  id: z.string(),
  kind: z.enum(importKinds),
  status: z.enum(importStatuses),
  fileName: z.string(),
  sizeBytes: z.number(),
  /** Only checked: `counts` says what would happen, nothing was written. */
  dryRun: z.boolean(),
  /** The checked import whose uploaded file this one reads. */
  sourceId: z.string().nullable(),
  counts: importCountsSchema,
  /** Share of the file that has been read, 0 to 1. */
  progress: z.number(),
  error: z.string().nullable(),
  /** Set once somebody asked to take the import back, or it cannot be taken back any more. */
  undo: undoSchema.nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
export type Import = z.infer<typeof importSchema>;

/** Events arrive as JSON: dates are text there. */
export const importEventSchema = importSchema.extend({
  createdAt: z.coerce.date(),
  startedAt: z.coerce.date().nullable(),
  finishedAt: z.coerce.date().nullable(),
  undo: undoSchema.extend({ startedAt: z.coerce.date(), finishedAt: z.coerce.date().nullable() }).nullable(),
});

export const listImportsInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: idCursorSchema.optional(),
  kind: z.enum(importKinds, `must be one of ${importKinds.join(', ')}`).optional(),
  status: z.enum(importStatuses, `must be one of ${importStatuses.join(', ')}`).optional(),
  dryRun: z.enum(['true', 'false'], 'must be true or false').optional(),
  /** A part of the file's name. */
  search: searchText.optional(),
});
export type ListImportsInput = z.output<typeof listImportsInput>;
export const importPageSchema = z.object({ items: z.array(importSchema), nextCursor: z.string().nullable() });

/** Reads the file of a checked import: for good, or once more as a check, by another mapping if one is given. */
export const startCheckedInput = z.object({
  id: z.string(),
  mapping: mappingSchema.optional(),
  dryRun: z.boolean().optional(),
});
export type StartCheckedInput = z.output<typeof startCheckedInput>;

/** Where the uploaded file of a checked import is. */
export const sourceSchema = z.object({
  /** READY to be started; STARTED already, by the import `startedId`; GONE after a day. */
  state: z.enum(['READY', 'STARTED', 'GONE']),
  startedId: z.string().nullable(),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  /** One entry per column: what the check took them for; null when it could not be read. */
  mapping: mappingSchema.nullable(),
});
export type ImportSource = z.infer<typeof sourceSchema>;

export const headerInput = z.object({
  kind: z.enum(importKinds),
  header: z.array(z.string().max(1_000)).max(1_000),
});

/** The imports that touched one customer; not `complete` where it could not be told in time. */
export const customerImportsSchema = z.object({
  complete: z.boolean(),
  items: z.array(
    z.object({
      id: z.string(),
      importId: z.string(),
      fileName: z.string().nullable(),
      /** Whether it brought them in; else it changed them. */
      made: z.boolean(),
      at: z.date(),
    }),
  ),
});
export type CustomerImports = z.infer<typeof customerImportsSchema>;
