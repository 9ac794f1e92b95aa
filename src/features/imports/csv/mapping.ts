import { isAttributeKey } from '../../audiences/rules/fields.ts';
import type { ImportKind } from '../imports.schema.ts';
import {
  type ColumnMapping,
  customerTargets,
  type Mapping,
  type MappingTarget,
  orderTargets,
} from '../mapping.schema.ts';
import { attributeName, shown } from './columns.ts';

/** What is wrong with a mapping: at which of its entries (null: one is lacking), and what to do. */
export interface MappingProblem {
  index: number | null;
  /** The field that is lacking, where one is. */
  field: MappingTarget | null;
  message: string;
}

export const targetLabels: Record<MappingTarget, string> = {
  email: 'Email',
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  phone: 'Phone',
  country: 'Country',
  city: 'City',
  tags: 'Tags',
  orderId: 'Order number',
  customerEmail: 'Customer’s email',
  orderAmount: 'Amount',
  orderDate: 'Date of the order',
  attribute: 'Custom attribute',
  ignore: 'Leave out',
};

/** What columns of such a file may be. Orders have no attributes. */
export const targetsOf = (kind: ImportKind): readonly MappingTarget[] =>
  kind === 'CUSTOMERS' ? [...customerTargets, 'attribute', 'ignore'] : [...orderTargets, 'ignore'];

export const requiredTargets = (kind: ImportKind): readonly MappingTarget[] =>
  kind === 'CUSTOMERS' ? ['email'] : orderTargets;

/** The attribute's name of an entry, given or by its column. */
export const nameOfAttribute = (entry: ColumnMapping, index: number): string =>
  entry.name?.trim() || attributeName(entry.column, index);

/** All that is wrong with a mapping that has one entry per column, each problem at its entry. */
export function mappingProblems(kind: ImportKind, mapping: Mapping): MappingProblem[] {
  const allowed = targetsOf(kind);
  const seen = new Map<string, string>();
  const problems: MappingProblem[] = [];
  const wrong = (index: number, message: string) => problems.push({ index, field: null, message });
  for (const [index, entry] of mapping.entries()) {
    const { target, column } = entry;
    if (target === 'ignore') continue;
    if (!allowed.includes(target)) {
      wrong(index, `“${targetLabels[target]}” is nothing that ${kind.toLowerCase()} have.`);
      continue;
    }
    const name = nameOfAttribute(entry, index);
    if (target === 'attribute' && !isAttributeKey(name)) {
      wrong(index, 'An attribute’s name has 1 to 100 characters, without $ and without a dot.');
      continue;
    }
    const key = target === 'attribute' ? `attribute ${name}` : target;
    const other = seen.get(key);
    if (other !== undefined)
      wrong(
        index,
        target === 'attribute'
          ? `“${columnLabel(other, index)}” is the attribute “${shown(name)}” already. Give this one another name.`
          : `“${columnLabel(other, index)}” is the ${targetLabels[target].toLowerCase()} already. Choose one of the two.`,
      );
    seen.set(key, other ?? column);
    if ((target === 'firstName' || target === 'lastName') && mapping.some((m) => m.target === 'name'))
      wrong(
        index,
        'First and last name make up the name, which another column holds. Leave one of them out.',
      );
  }
  for (const field of requiredTargets(kind))
    if (!mapping.some((m) => m.target === field))
      problems.push({
        index: null,
        field,
        message: `Choose the column that holds: ${targetLabels[field]}.`,
      });
  return problems;
}

export const columnLabel = (column: string, index: number): string =>
  column === '' ? `Column ${index + 1}` : shown(column);

/**
 * A mapping in the order of a file's columns, one entry each; columns it does not name are left out. Of several columns
 * with one name, its first entry of that name is the first of them.
 * @returns the entries that name no column of the file as `strangers`, by their index in the mapping
 */
export function alignMapping(
  header: readonly string[],
  mapping: Mapping,
): { aligned: Mapping; strangers: number[]; from: (number | null)[] } {
  const waiting = mapping.map((entry, index) => ({ entry, index }));
  const from = header.map((raw) => {
    const at = waiting.findIndex(({ entry }) => entry.column === raw.trim());
    return at < 0 ? null : (waiting.splice(at, 1)[0]?.index ?? null);
  });
  return {
    aligned: header.map(
      (raw, i) => mapping[from[i] ?? -1] ?? { column: raw.trim(), target: 'ignore' as const },
    ),
    strangers: waiting.map(({ index }) => index),
    from,
  };
}
