import { type Long, ObjectId } from 'mongodb';
import { type CsvCell, csvFile } from '../../lib/csv-writer.ts';
import { toMajorUnits } from '../../lib/money.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import * as repository from './audience-export.repository.ts';
import { requireAudience } from './audiences.service.ts';

/** Columns of attributes a file may have; of 16,384 in all a spreadsheet shows no more. */
const MAX_ATTRIBUTE_COLUMNS = 1_000;

/** In code points: with the date and the ending at most 255 bytes, which is what file systems take. */
const MAX_NAME_LENGTH = 60;

/**
 * Who is in a saved audience right now as a CSV file, with the columns an import of customers reads, the figures of the
 * orders (money in major units, moments in UTC) and one column `attributes.<name>` for each attribute anybody in it has.
 * Should there be more than 1,000 names, the rarer ones stand together as JSON in the last column, `attributes`.
 * @throws AppError NOT_FOUND also for another workspace's audience
 */
export async function exportAudience(
  caller: Caller,
  id: string,
): Promise<{ name: string; fileName: string; pieces: AsyncGenerator<string> }> {
  requirePermission(caller, 'audiences:read');
  requirePermission(caller, 'customers:read');
  const { name, rules } = await requireAudience(caller.workspaceId, id);
  const workspaceId = new ObjectId(caller.workspaceId);
  const now = new Date();
  const limit = MAX_ATTRIBUTE_COLUMNS + 1;
  const found = await repository.listAttributeNames(workspaceId, rules, now, limit);
  const attributes: AttributeColumns = {
    names: found.slice(0, MAX_ATTRIBUTE_COLUMNS).toSorted(),
    rest: found.length === limit,
  };
  return {
    name,
    fileName: exportFileName(name, now),
    pieces: csvFile(
      headerOf(attributes),
      rowsOf(repository.walkCustomers(workspaceId, rules, now), attributes),
    ),
  };
}

/** `Good customers 2026-11-24.csv`; the day is that of UTC, as all moments in the file are. */
const exportFileName = (name: string, now: Date): string =>
  `${[...name].slice(0, MAX_NAME_LENGTH).join('')} ${now.toISOString().slice(0, 10)}.csv`;

interface AttributeColumns {
  names: readonly string[];
  /** Whether there are more, to be told in one column. */
  rest: boolean;
}

const columns: Record<string, (customer: repository.ExportedCustomer) => CsvCell> = {
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
};
const cellsOf = Object.values(columns);

const headerOf = ({ names, rest }: AttributeColumns): string[] => [
  ...Object.keys(columns),
  ...names.map((name) => `attributes.${name}`),
  ...(rest ? ['attributes'] : []),
];

async function* rowsOf(
  customers: AsyncIterable<repository.ExportedCustomer>,
  { names, rest }: AttributeColumns,
): AsyncGenerator<CsvCell[]> {
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

const money = (minor: number | Long): string => toMajorUnits(minor).toFixed(2);
