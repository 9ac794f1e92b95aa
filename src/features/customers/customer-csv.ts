import type { Long } from 'mongodb';
import { type CsvCell, csvFile } from '../../lib/csv-writer.ts';
import { toMajorUnits } from '../../lib/money.ts';
import type { CustomerDocument } from './customer-document.ts';

/** Columns of attributes a file may have; of 16,384 in all a spreadsheet shows no more. */
const MAX_ATTRIBUTE_COLUMNS = 1_000;
/** Names held in memory at once; those first met beyond it go into the file's last column. */
const MAX_NAMES = 100_000;

const fields = [
  'email',
  'name',
  'phone',
  'country',
  'city',
  'tags',
  'attributes',
  'totalSpend',
  'orderCount',
  'averageOrderValue',
  'firstOrderAt',
  'lastOrderAt',
  'rfm',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof CustomerDocument)[];
type ExportedCustomer = Pick<CustomerDocument, (typeof fields)[number]>;

const money = (minor: number | Long): string => toMajorUnits(minor).toFixed(2);

/** What an import of customers reads, and the figures of their orders: money in major units, moments in UTC. */
const wholeFile = {
  email: ({ email }) => email,
  name: ({ name }) => name,
  phone: ({ phone }) => phone,
  country: ({ country }) => country,
  city: ({ city }) => city,
  tags: ({ tags }) => tags.join(';'),
  totalSpend: ({ totalSpend }) => money(totalSpend),
  orderCount: ({ orderCount }) => orderCount,
  averageOrderValue: ({ averageOrderValue }) => (averageOrderValue == null ? null : money(averageOrderValue)),
  firstOrderAt: ({ firstOrderAt }) => firstOrderAt?.toISOString() ?? null,
  lastOrderAt: ({ lastOrderAt }) => lastOrderAt?.toISOString() ?? null,
} satisfies Record<string, (customer: ExportedCustomer) => CsvCell>;

const everyColumn = {
  ...wholeFile,
  segment: ({ rfm }: ExportedCustomer) => rfm?.segment ?? null,
  createdAt: ({ createdAt }: ExportedCustomer) => createdAt.toISOString(),
  updatedAt: ({ updatedAt }: ExportedCustomer) => updatedAt.toISOString(),
};
export type CsvColumn = keyof typeof everyColumn;

/** Walks the customers of a file, each with these fields; the file may need two walks. */
export type CsvWalk = (projection: Record<string, 1>) => AsyncIterable<ExportedCustomer>;

/**
 * Customers as a CSV file: with the named columns, or with everything that is known of them. Then each attribute anybody
 * has is a column `attributes.<name>`; should there be more than 1,000 names, the rarer ones stand together as JSON in the
 * last column, `attributes`.
 */
export async function customerCsv(
  walk: CsvWalk,
  columns: readonly CsvColumn[] | null,
): Promise<AsyncGenerator<string>> {
  if (columns)
    return csvFile(
      columns,
      cells(
        walk(projectionOf()),
        columns.map((column) => everyColumn[column]),
      ),
    );
  const found = await attributeNames(walk);
  const attributes: AttributeColumns = {
    names: found.slice(0, MAX_ATTRIBUTE_COLUMNS).toSorted(),
    rest: found.length > MAX_ATTRIBUTE_COLUMNS,
  };
  return csvFile(
    [
      ...Object.keys(wholeFile),
      ...attributes.names.map((name) => `attributes.${name}`),
      ...(attributes.rest ? ['attributes'] : []),
    ],
    wholeRows(walk(projectionOf()), attributes),
  );
}

const projectionOf = (): Record<string, 1> => Object.fromEntries(fields.map((field) => [field, 1]));

async function* cells(
  customers: AsyncIterable<ExportedCustomer>,
  cellsOf: readonly ((customer: ExportedCustomer) => CsvCell)[],
): AsyncGenerator<CsvCell[]> {
  for await (const customer of customers) yield cellsOf.map((cellOf) => cellOf(customer));
}

interface AttributeColumns {
  names: readonly string[];
  /** Whether there are more, to be told in one column. */
  rest: boolean;
}

async function* wholeRows(
  customers: AsyncIterable<ExportedCustomer>,
  { names, rest }: AttributeColumns,
): AsyncGenerator<CsvCell[]> {
  const cellsOf = Object.values(wholeFile);
  const ownColumn = new Set(names);
  for await (const customer of customers) {
    const { attributes } = customer;
    const others = rest ? Object.entries(attributes).filter(([name]) => !ownColumn.has(name)) : [];
    yield [
      ...cellsOf.map((cellOf) => cellOf(customer)),
      ...names.map((name) => attributes[name] ?? null),
      ...(rest ? [others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : null] : []),
    ];
  }
}

/** Names of the attributes the customers have, the most frequent ones first; one more than have a column. */
async function attributeNames(walk: CsvWalk): Promise<string[]> {
  const customers = new Map<string, number>();
  for await (const { attributes } of walk({ attributes: 1 }))
    for (const name of Object.keys(attributes)) {
      if (customers.size < MAX_NAMES || customers.has(name))
        customers.set(name, (customers.get(name) ?? 0) + 1);
    }
  return [...customers]
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MAX_ATTRIBUTE_COLUMNS + 1)
    .map(([name]) => name);
}
