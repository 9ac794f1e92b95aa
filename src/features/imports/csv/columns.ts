import { isAttributeKey } from '../../audiences/rules/fields.ts';
import type { ImportKind } from '../imports.schema.ts';
import type { ColumnMapping, Mapping, MappingTarget } from '../mapping.schema.ts';
import { MAX_COLUMN_NAME_CHARS, MAX_COLUMNS } from './limits.ts';

/** A file that cannot be brought in. The message says what was found and what is needed. */
export class FileError extends Error {}

const customerColumns: Record<string, readonly string[]> = {
  email: ['email', 'emailaddress', 'mail', 'customeremail'],
  name: ['name', 'fullname', 'customername'],
  phone: ['phone', 'phonenumber', 'telephone', 'mobile'],
  country: ['country'],
  city: ['city', 'town'],
  tags: ['tags', 'tag', 'labels'],
};
const orderColumns: Record<string, readonly string[]> = {
  orderId: ['orderid', 'ordernumber', 'orderno', 'invoiceno'],
  customerEmail: ['customeremail', 'email', 'emailaddress'],
  orderAmount: ['orderamount', 'amount', 'total', 'ordertotal'],
  orderDate: ['orderdate', 'date', 'placedat', 'orderedat'],
};

/** Figures of another system: kept as attributes beside ours, which come from orders. */
const foreignFigures: Record<string, string> = {
  totalspends: 'importedTotalSpends',
  totalspend: 'importedTotalSpends',
  visitcount: 'importedVisitCount',
  lastactivedate: 'importedLastActiveDate',
};

/** Header names are compared without case, spaces, dots, dashes and underscores. */
export const normalise = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s._-]+/g, '');

/**
 * What the columns of a file mean when nobody said so: by their names alone. Every other column of a customers file
 * becomes an attribute, of an orders file it is left out.
 * @returns one entry per column, in the header's order
 * @throws FileError when a required column is not there, or one is there twice
 */
export function defaultMapping(kind: ImportKind, header: readonly string[]): Mapping {
  requireReadableHeader(header);
  const { byField, others } =
    kind === 'CUSTOMERS'
      ? assignColumns(header, customerColumns, ['email'])
      : assignColumns(header, orderColumns, Object.keys(orderColumns));
  const targets = new Map(Object.entries(byField).map(([field, index]) => [index, field as MappingTarget]));
  const attributes = new Set(kind === 'CUSTOMERS' ? others.map((o) => o.index) : []);
  const mapping = header.map((raw, index): ColumnMapping => {
    const column = raw.trim();
    const target = targets.get(index);
    if (target) return { column, target };
    if (!attributes.has(index)) return { column, target: 'ignore' };
    return { column, target: 'attribute', type: 'auto', name: attributeName(column, index) };
  });
  const names = mapping.flatMap((m) => (m.target === 'attribute' && m.name ? [m.name] : []));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new FileError(`Two columns would both become the attribute “${twice}”. Rename one of them.`);
  return mapping;
}

/** @throws FileError for more columns than are read, or a name that is none */
export function requireReadableHeader(header: readonly string[]): void {
  if (header.length > MAX_COLUMNS)
    throw new FileError(
      `The file has ${header.length.toLocaleString('en-GB')} columns; ${MAX_COLUMNS} are the most. Leave some out.`,
    );
  const long = header.findIndex((name) => name.trim().length > MAX_COLUMN_NAME_CHARS);
  if (long >= 0)
    throw new FileError(
      `The name of column ${long + 1} has more than ${MAX_COLUMN_NAME_CHARS} characters. The first line must name the columns.`,
    );
}

function assignColumns(
  header: readonly string[],
  columns: Record<string, readonly string[]>,
  required: readonly string[],
) {
  const byField: Record<string, number> = {};
  const others: { index: number; name: string }[] = [];
  for (const [index, raw] of header.entries()) {
    const name = raw.trim();
    // An exact name beats an alias: a file may have both `email` and `mail`.
    const field =
      Object.keys(columns).find((f) => normalise(f) === normalise(name)) ??
      Object.keys(columns).find((f) => columns[f]?.includes(normalise(name)));
    const exact = field !== undefined && normalise(field) === normalise(name);
    const taken = field !== undefined && byField[field] !== undefined;
    if (field === undefined || (taken && !exact)) {
      if (name !== '') others.push({ index, name });
    } else if (taken && normalise(header[byField[field] ?? -1] ?? '') === normalise(name)) {
      throw new FileError(`The column ${name} is there twice. Remove or rename one of them.`);
    } else {
      const previous = byField[field];
      if (previous !== undefined) others.push({ index: previous, name: header[previous]?.trim() ?? '' });
      byField[field] = index;
    }
  }
  const lacking = required.filter((field) => byField[field] === undefined);
  if (lacking.length > 0) {
    throw new FileError(
      `The first line must name the columns; ${lacking.join(', ')} ${lacking.length === 1 ? 'is' : 'are'} missing. Found: ${shown(header.join(', '))}`,
    );
  }
  return { byField, others };
}

/** The attribute a column becomes unless it is given another name. */
export function attributeName(column: string, index: number): string {
  const foreign = foreignFigures[normalise(column)];
  if (foreign) return foreign;
  const key = column
    .replace(/[$.\p{Cc}]/gu, '_')
    .slice(0, 100)
    .trim();
  return isAttributeKey(key) ? key : `column${index + 1}`;
}

/** A text from a file inside a message. */
export const shown = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);
