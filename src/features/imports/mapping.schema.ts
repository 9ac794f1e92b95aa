import { z } from 'zod';
import { isAttributeKey } from '../audiences/rules/fields.ts';
import { MAX_COLUMN_NAME_CHARS, MAX_COLUMNS } from './csv/limits.ts';

/** What a column of a customers file may be. First and last name become the name, with a space between. */
export const customerTargets = [
  'email',
  'name',
  'firstName',
  'lastName',
  'phone',
  'country',
  'city',
  'tags',
] as const;
export const orderTargets = ['orderId', 'customerEmail', 'orderAmount', 'orderDate'] as const;
export const mappingTargets = [...customerTargets, ...orderTargets, 'attribute', 'ignore'] as const;
export type MappingTarget = (typeof mappingTargets)[number];

/** `auto`: a number or true/false where the cell surely is one, else text; how files without a mapping are read. */
export const attributeTypes = ['auto', 'text', 'number', 'date', 'boolean'] as const;
export type AttributeType = (typeof attributeTypes)[number];

/** How dates are written: 2024-12-31, 31/12/2024 or 12/31/2024. */
export const dateFormats = ['iso', 'dmy', 'mdy'] as const;
export type DateFormat = (typeof dateFormats)[number];
/** What stands before the decimals: 1,234.50 or 1.234,50. */
export const decimalMarks = ['point', 'comma'] as const;
export type DecimalMark = (typeof decimalMarks)[number];

/** What one column means. */
export const columnMappingSchema = z.strictObject({
  /** The column's name as the file has it. Of several with one name, the first entry is the first column. */
  column: z
    .string('must be the column’s name')
    .trim()
    .max(MAX_COLUMN_NAME_CHARS, `may have at most ${MAX_COLUMN_NAME_CHARS} characters`),
  target: z.enum(mappingTargets, `must be one of ${mappingTargets.join(', ')}`),
  /** The attribute's name; the column's own when absent. */
  name: z
    .string()
    .trim()
    .refine(isAttributeKey, 'is not a possible attribute name: no $, no dot, 1 to 100 characters')
    .optional(),
  type: z.enum(attributeTypes, `must be one of ${attributeTypes.join(', ')}`).optional(),
  dates: z.enum(dateFormats, `must be one of ${dateFormats.join(', ')}`).optional(),
  decimal: z.enum(decimalMarks, `must be one of ${decimalMarks.join(', ')}`).optional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** What the columns of a file mean. A column it does not name is left out. */
export const mappingSchema = z
  .array(columnMappingSchema)
  .min(1, 'names no column')
  .max(MAX_COLUMNS, `may name at most ${MAX_COLUMNS} columns`);
export type Mapping = z.infer<typeof mappingSchema>;
