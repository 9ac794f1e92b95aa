import { parseMoney, toMajorUnits } from '../../../lib/money.ts';
import { isAttributeKey } from '../../audiences/rules/fields.ts';
import {
  attributeOfText,
  type CustomerInput,
  createCustomerInput,
} from '../../customers/customers.schema.ts';
import { createOrderInput, type OrderInput } from '../../orders/orders.schema.ts';

/** A file whose header cannot be used. The message says what was found and what is needed. */
export class HeaderError extends Error {}

/** One row as an input of the matching use case, or the reason why it is none. */
export type RowOutcome<T> = { ok: true; value: T } | { ok: false; error: string };
export type RowReader<T> = (cells: readonly string[]) => RowOutcome<T>;

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
const normalise = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s._-]+/g, '');

/** Reads rows of a customers file. Cells left empty leave the customer's value as it is. @throws HeaderError */
export function customerRowReader(header: readonly string[]): RowReader<CustomerInput> {
  const { byField, others } = assignColumns(header, customerColumns, ['email']);
  const attributes = others.map(({ index, name }) => ({
    index,
    key: foreignFigures[normalise(name)] ?? attributeName(name, index),
  }));
  const keys = attributes.map((a) => a.key);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined)
    throw new HeaderError(`Two columns would both become the attribute “${twice}”. Rename one of them.`);
  return checkedWidth(header, (cells) => {
    const cell = (field: string) => cells[byField[field] ?? -1]?.trim() ?? '';
    const given = Object.fromEntries(
      ['name', 'phone', 'country', 'city'].flatMap((field) => (cell(field) ? [[field, cell(field)]] : [])),
    );
    const tags = cell('tags')
      .split(';')
      .map((tag) => tag.trim())
      .filter(Boolean);
    const values = attributes.flatMap(({ index, key }) => {
      const text = cells[index]?.trim() ?? '';
      return text ? [[key, attributeOfText(text)] as const] : [];
    });
    return parsed(
      createCustomerInput.safeParse({
        email: cell('email'),
        ...given,
        ...(tags.length > 0 ? { tags } : {}),
        ...(values.length > 0 ? { attributes: Object.fromEntries(values) } : {}),
      }),
    );
  });
}

/** Reads rows of an orders file. @throws HeaderError */
export function orderRowReader(header: readonly string[]): RowReader<OrderInput> {
  const { byField } = assignColumns(header, orderColumns, Object.keys(orderColumns));
  return checkedWidth(header, (cells) => {
    const cell = (field: string) => cells[byField[field] ?? -1]?.trim() ?? '';
    const amount = parseMoney(cell('orderAmount'));
    if (amount === null) {
      return {
        ok: false,
        error: `orderAmount “${shown(cell('orderAmount'))}” is not an amount such as 1234.50 (a point before the pence, at most two decimals)`,
      };
    }
    return parsed(
      createOrderInput.safeParse({
        orderId: cell('orderId'),
        customerEmail: cell('customerEmail'),
        orderAmount: toMajorUnits(amount),
        orderDate: cell('orderDate'),
      }),
    );
  });
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
      throw new HeaderError(`The column ${name} is there twice. Remove or rename one of them.`);
    } else {
      const previous = byField[field];
      if (previous !== undefined) others.push({ index: previous, name: header[previous]?.trim() ?? '' });
      byField[field] = index;
    }
  }
  const lacking = required.filter((field) => byField[field] === undefined);
  if (lacking.length > 0) {
    throw new HeaderError(
      `The first line must name the columns; ${lacking.join(', ')} ${lacking.length === 1 ? 'is' : 'are'} missing. Found: ${shown(header.join(', '))}`,
    );
  }
  return { byField, others };
}

function checkedWidth<T>(header: readonly string[], read: RowReader<T>): RowReader<T> {
  return (cells) =>
    cells.slice(header.length).some((cell) => cell.trim() !== '')
      ? {
          ok: false,
          error: `the row has ${cells.length} values but the header names ${header.length} columns: put values that hold the separator in quotes`,
        }
      : read(cells);
}

function attributeName(name: string, index: number): string {
  const key = name
    .replace(/[$.\p{Cc}]/gu, '_')
    .slice(0, 100)
    .trim();
  return isAttributeKey(key) ? key : `column${index + 1}`;
}

const shown = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

function parsed<T>(
  result:
    | { success: true; data: T }
    | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } },
): RowOutcome<T> {
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    error: result.error.issues.map((i) => `${i.path.join('.')} ${i.message}`.trim()).join('; '),
  };
}
