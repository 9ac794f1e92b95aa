import { parseMoney } from '../../../lib/money.ts';
import { attributeOfText } from '../../customers/customers.schema.ts';
import type { ImportKind } from '../imports.schema.ts';
import type { AttributeType, ColumnMapping, DateFormat, Mapping, MappingTarget } from '../mapping.schema.ts';
import { attributeName, normalise } from './columns.ts';
import { requiredTargets, targetsOf } from './mapping.ts';
import { readAmount, readAttribute, readDate } from './typed-cells.ts';

/** Names a column may have for what it holds, as `normalise` leaves them; the earlier the surer. */
const synonyms: Partial<Record<MappingTarget, readonly string[]>> = {
  email: ['email', 'emailaddress', 'customeremail', 'mail', 'contactemail', 'useremail', 'login'],
  name: ['name', 'fullname', 'customername', 'customer', 'displayname', 'contactname', 'billingname'],
  firstName: ['firstname', 'givenname', 'forename', 'first', 'fname'],
  lastName: ['lastname', 'surname', 'familyname', 'last', 'lname'],
  phone: ['phone', 'phonenumber', 'telephone', 'mobile', 'tel', 'mobilephone', 'cell', 'billingphone'],
  country: ['country', 'countryname', 'billingcountry', 'nation', 'countrycode'],
  city: ['city', 'town', 'billingcity', 'cityname'],
  tags: ['tags', 'tag', 'labels', 'customertags', 'segments', 'groups'],
  orderId: [
    'orderid',
    'ordernumber',
    'orderno',
    'ordernr',
    'order#',
    'orderreference',
    'orderref',
    'invoiceno',
    'invoicenumber',
    'invoice',
    'transactionid',
    'order',
    'reference',
    'id',
    'number',
  ],
  customerEmail: ['customeremail', 'email', 'emailaddress', 'mail', 'contactemail', 'buyeremail', 'customer'],
  orderAmount: [
    'orderamount',
    'ordertotal',
    'amount',
    'total',
    'grandtotal',
    'totalprice',
    'totalamount',
    'ordervalue',
    'revenue',
    'price',
    'sum',
    'value',
    'subtotal',
  ],
  orderDate: [
    'orderdate',
    'date',
    'placedat',
    'orderedat',
    'createdat',
    'purchasedate',
    'dateoforder',
    'paidat',
    'invoicedate',
    'processedat',
    'timestamp',
    'created',
  ],
};

/** How much of a column must look alike before it is taken for something by its contents; nothing else looks like an email. */
const SURE = 0.8;
const SURE_OF_EMAIL = 0.5;

const EMAIL = /^[^\s@<>]+@[^\s@]+\.[^\s@]+$/;

/** The values of one column that are not empty. */
const columnOf = (rows: readonly (readonly string[])[], index: number): string[] =>
  rows.flatMap((cells) => cells[index]?.trim() || []);

const most = (values: readonly string[], is: (text: string) => boolean, share = SURE): boolean =>
  values.length > 0 && values.filter(is).length / values.length >= share;

/**
 * What the columns of a file most likely mean, by their names and then by what stands in them. A person looks at it
 * before anything is read, so it may be wrong, but never has two columns for one field.
 * @param rows some first rows, without the header
 * @returns one entry per column, in the header's order
 */
export function guessMapping(
  kind: ImportKind,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Mapping {
  const columns = header.map((name, index) => ({
    index,
    column: name.trim(),
    values: columnOf(rows, index),
  }));
  const targets = byName(
    kind,
    columns.map((c) => c.column),
  );
  // A column of that name without a single fitting value is not it.
  for (const { index, values } of columns) {
    const target = targets.get(index);
    if (target && values.length > 0 && fits[target] && !values.some(fits[target])) targets.delete(index);
  }
  for (const target of requiredTargets(kind)) {
    if ([...targets.values()].includes(target)) continue;
    const free = columns.filter(({ index }) => !targets.has(index));
    const found = free.find(({ values, column }) => looksLike(target, column, values, rows.length));
    if (found) targets.set(found.index, target);
  }
  return columns.map(({ index, column, values }) =>
    entryFor(kind, column, index, values, targets.get(index)),
  );
}

/** Columns by their names: for each field the surest name wins; a whole name leaves first and last out. */
function byName(kind: ImportKind, header: readonly string[]): Map<number, MappingTarget> {
  const names = header.map(normalise);
  const targets = new Map<number, MappingTarget>();
  for (const target of targetsOf(kind)) {
    if ((target === 'firstName' || target === 'lastName') && [...targets.values()].includes('name')) continue;
    const index = (synonyms[target] ?? [])
      .map((synonym) => names.findIndex((name, i) => name === synonym && !targets.has(i)))
      .find((i) => i >= 0);
    if (index !== undefined) targets.set(index, target);
  }
  return targets;
}

/** What a value must be, for fields whose values are told apart. */
const fits: Partial<Record<MappingTarget, (text: string) => boolean>> = {
  email: (text) => EMAIL.test(text),
  customerEmail: (text) => EMAIL.test(text),
  orderAmount: (text) => readAmount(text, 'point').ok || readAmount(text, 'comma').ok,
  orderDate: (text) => dateFormatsOf(text).length > 0,
};

function looksLike(
  target: MappingTarget,
  column: string,
  values: readonly string[],
  rowCount: number,
): boolean {
  const fit = fits[target];
  // A whole number may be anything; an amount has decimals or a currency somewhere.
  if (target === 'orderAmount')
    return (
      most(values, fits.orderAmount ?? (() => false)) &&
      values.some((text) => /[.,]\d{1,2}\D*$|[£$€]/u.test(text))
    );
  if (fit) return most(values, fit, target === 'orderDate' ? SURE : SURE_OF_EMAIL);
  return (
    target === 'orderId' &&
    /id|no|nr|num|ref|order|invoice|#/i.test(column) &&
    values.length === rowCount &&
    values.length > 0 &&
    new Set(values).size === values.length &&
    values.every((text) => text.length <= 100 && !EMAIL.test(text))
  );
}

function entryFor(
  kind: ImportKind,
  column: string,
  index: number,
  values: readonly string[],
  target: MappingTarget | undefined,
): ColumnMapping {
  if (target === 'orderAmount') return { column, target, decimal: decimalOf(values) };
  if (target === 'orderDate') return { column, target, dates: dateFormatOf(values) ?? 'iso' };
  if (target) return { column, target };
  if (kind === 'ORDERS' || (column === '' && values.length === 0)) return { column, target: 'ignore' };
  return { column, target: 'attribute', name: attributeName(column, index), ...guessType(values) };
}

/** The type that every value has, text when there is none; and how they are written. */
export function guessType(
  values: readonly string[],
): Pick<ColumnMapping, 'dates' | 'decimal'> & { type: AttributeType } {
  if (values.length === 0) return { type: 'text' };
  if (values.every((text) => typeof attributeOfText(text) === 'number')) return { type: 'number' };
  const words = values.map((text) => text.toLowerCase());
  if (words.every((word) => readAttribute(word, 'boolean').ok)) return { type: 'boolean' };
  const dates = dateFormatOf(values);
  if (dates) return { type: 'date', dates };
  // “1,5”: a decimal comma; “007” and “1,234” alone stay text, since nobody can tell.
  if (
    values.every((text) => /^-?(0|[1-9][\d.]*)(,\d+)?$/.test(text)) &&
    values.some((t) => /,\d{1,2}$/.test(t))
  )
    return { type: 'number', decimal: 'comma' };
  return { type: 'text' };
}

const dateFormatsOf = (text: string): DateFormat[] =>
  (['iso', 'dmy', 'mdy'] as const).filter((format) => readDate(text, format).ok);

/** How all of these dates are written, null when they are not all dates; the day first where both would do. */
export function dateFormatOf(values: readonly string[]): DateFormat | null {
  if (values.length === 0) return null;
  return (['iso', 'dmy', 'mdy'] as const).find((f) => values.every((text) => readDate(text, f).ok)) ?? null;
}

/** Whether these dates could as well be read with day and month exchanged: somebody must look. */
export const isAmbiguousDate = (values: readonly string[], format: DateFormat): boolean =>
  format !== 'iso' &&
  values.length > 0 &&
  values.every((text) => readDate(text, format === 'dmy' ? 'mdy' : 'dmy').ok);

function decimalOf(values: readonly string[]): 'point' | 'comma' {
  const point = values.filter((text) => parseMoney(text) !== null).length;
  const comma = values.filter((text) => readAmount(text, 'comma').ok).length;
  return comma > point ? 'comma' : 'point';
}
