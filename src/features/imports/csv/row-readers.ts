import { type CustomerInput, createCustomerInput } from '../../customers/customers.schema.ts';
import { createOrderInput, type OrderInput } from '../../orders/orders.schema.ts';
import type { ColumnMapping, Mapping, MappingTarget } from '../mapping.schema.ts';
import { defaultMapping, shown } from './columns.ts';
import { MAX_CELL_CHARS } from './limits.ts';
import { columnLabel, nameOfAttribute } from './mapping.ts';
import { readAmount, readAttribute, readDate } from './typed-cells.ts';

/** One row as an input of the matching use case, or the reason why it is none. */
export type RowOutcome<T> = { ok: true; value: T } | { ok: false; error: string };
export type RowReader<T> = (cells: readonly string[]) => RowOutcome<T>;

/**
 * Reads rows of a customers file. Cells left empty leave the customer's value as it is.
 * @param mapping one entry per column, without problems; by the columns' names when it is not given
 * @throws FileError
 */
export function customerRowReader(
  header: readonly string[],
  mapping: Mapping = defaultMapping('CUSTOMERS', header),
): RowReader<CustomerInput> {
  const cellOf = cellFinder(mapping);
  const attributes = mapping.flatMap((entry, index) =>
    entry.target === 'attribute'
      ? [{ index, entry, key: nameOfAttribute(entry, index), type: entry.type ?? 'auto' }]
      : [],
  );
  const texts = (['name', 'phone', 'country', 'city'] as const).filter((field) =>
    mapping.some((m) => m.target === field),
  );
  const inParts = mapping.some((m) => m.target === 'firstName' || m.target === 'lastName');
  return checked(header, (cells) => {
    const input: Record<string, unknown> = { email: cellOf('email', cells) };
    for (const field of texts) {
      const text = cellOf(field, cells);
      if (text) input[field] = text;
    }
    if (inParts) {
      const name = [cellOf('firstName', cells), cellOf('lastName', cells)].filter(Boolean).join(' ');
      if (name) input.name = name;
    }
    const tags = cellOf('tags', cells)
      .split(';')
      .map((tag) => tag.trim())
      .filter(Boolean);
    if (tags.length > 0) input.tags = tags;
    const values: [string, string | number | boolean][] = [];
    for (const { index, entry, key, type } of attributes) {
      const text = cells[index]?.trim() ?? '';
      if (!text) continue;
      const value = readAttribute(text, type, entry);
      if (!value.ok) return misfit(entry, index, text, value.expected);
      values.push([key, value.value]);
    }
    if (values.length > 0) input.attributes = Object.fromEntries(values);
    return parsed(createCustomerInput.safeParse(input));
  });
}

/** Reads rows of an orders file. @param mapping as for customers @throws FileError */
export function orderRowReader(
  header: readonly string[],
  mapping: Mapping = defaultMapping('ORDERS', header),
): RowReader<OrderInput> {
  const cellOf = cellFinder(mapping);
  const entryOf = (target: MappingTarget) => mapping.find((m) => m.target === target);
  const { decimal = 'point' } = entryOf('orderAmount') ?? {};
  const { dates = 'iso' } = entryOf('orderDate') ?? {};
  return checked(header, (cells) => {
    const amountText = cellOf('orderAmount', cells);
    const amount = readAmount(amountText, decimal);
    if (!amount.ok)
      return { ok: false, error: `orderAmount “${shown(amountText)}” is not ${amount.expected}` };
    let orderDate = cellOf('orderDate', cells);
    if (dates !== 'iso') {
      const date = readDate(orderDate, dates);
      if (!date.ok) return { ok: false, error: `orderDate “${shown(orderDate)}” is not ${date.expected}` };
      orderDate = date.value;
    }
    return parsed(
      createOrderInput.safeParse({
        orderId: cellOf('orderId', cells),
        customerEmail: cellOf('customerEmail', cells),
        orderAmount: amount.value,
        orderDate,
      }),
    );
  });
}

/** Looks a target's cell up, trimmed; "" when no column has it. */
function cellFinder(mapping: Mapping): (target: MappingTarget, cells: readonly string[]) => string {
  const indexes = new Map(mapping.map((m, index) => [m.target, index]));
  return (target, cells) => cells[indexes.get(target) ?? -1]?.trim() ?? '';
}

const misfit = ({ column }: ColumnMapping, index: number, text: string, expected: string) =>
  ({ ok: false, error: `${columnLabel(column, index)}: “${shown(text)}” is not ${expected}` }) as const;

/** What is wrong with a row whatever it holds, before its cells are read. */
function checked<T>(header: readonly string[], read: RowReader<T>): RowReader<T> {
  return (cells) => {
    if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== ''))
      return {
        ok: false,
        error: `the row has ${cells.length} values but the header names ${header.length} columns: put values that hold the separator in quotes`,
      };
    const long = cells.findIndex((cell) => cell.length > MAX_CELL_CHARS);
    if (long >= 0)
      return {
        ok: false,
        error: `${columnLabel(header[long] ?? '', long)} has ${cells[long]?.length.toLocaleString('en-GB')} characters; ${MAX_CELL_CHARS.toLocaleString('en-GB')} are the most in one cell`,
      };
    return read(cells);
  };
}

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
