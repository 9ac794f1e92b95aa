import { type CsvCell, csvFile } from '../../../lib/csv-writer.ts';
import { toMajorUnits } from '../../../lib/money.ts';
import type { Caller } from '../../../server/permissions.ts';
import { findOwn } from '../campaigns.service.ts';
import { type WordedRow, walkWordedRows } from './outcomes.repository.ts';
import type { Figures, ResultDays, Results } from './results.schema.ts';
import { getResults, requireToSeeResults } from './results.service.ts';
import { DAY_MS, type RecipientOutcome, walkOutcomes } from './walk-outcomes.ts';

interface CsvExport {
  /** The campaign's name. */
  name: string;
  fileName: string;
  pieces: AsyncGenerator<string>;
}

/** In code points: with what the file holds, the date and the ending at most 255 bytes. */
const MAX_NAME_LENGTH = 50;
const fileNameOf = (name: string, what: string): string =>
  `${[...name].slice(0, MAX_NAME_LENGTH).join('')} ${what} ${new Date().toISOString().slice(0, 10)}.csv`;

const figureColumns: Record<string, (figures: Figures) => CsvCell> = {
  people: ({ people }) => people,
  delivered: ({ delivered }) => delivered,
  opened: ({ opened }) => opened,
  clicked: ({ clicked }) => clicked,
  unsubscribed: ({ unsubscribed }) => unsubscribed,
  buyers: ({ buyers }) => buyers,
  orders: ({ orders }) => orders,
  revenue: ({ revenue }) => revenue.toFixed(2),
  averageOrder: ({ averageOrder }) => averageOrder?.toFixed(2) ?? null,
  revenuePerPerson: ({ perPerson }) => perPerson.toFixed(4),
};

/**
 * A campaign's results as a CSV file: a line for the whole, for each variant, for those written to and those held out, for
 * each country and each RFM group. Money in major units.
 * @throws AppError NOT_FOUND also for another workspace's campaign
 */
export async function exportResults(
  caller: Caller,
  input: { id: string; days: ResultDays },
): Promise<CsvExport> {
  requireToSeeResults(caller);
  const [{ name }, results] = await Promise.all([findOwn(caller, input.id), getResults(caller, input)]);
  return {
    name,
    fileName: fileNameOf(name, 'results'),
    pieces: csvFile(['group', 'name', 'days', ...Object.keys(figureColumns)], linesOf(results)),
  };
}

async function* linesOf({ days, total, variants, lift, countries, segments }: Results) {
  const line = (group: string, name: string | null, figures: Figures): CsvCell[] => [
    group,
    name,
    days,
    ...Object.values(figureColumns).map((cellOf) => cellOf(figures)),
  ];
  yield line('all', null, total);
  for (const variant of variants) yield line('variant', variant.variant, variant);
  for (const arm of ['written', 'heldOut'] as const)
    if (lift)
      yield line('comparison', arm === 'written' ? 'written to' : 'held out', {
        ...NOT_COUNTED,
        ...lift[arm],
      });
  for (const country of countries) yield line('country', country.name, country);
  for (const segment of segments) yield line('rfm group', segment.name, segment);
}

/** What says nothing of who was held out. */
const NOT_COUNTED = { delivered: 0, opened: 0, clicked: 0, unsubscribed: 0, averageOrder: null };

const iso = (moment: Date | null | undefined): CsvCell => moment?.toISOString() ?? null;

const recipientColumns: Record<string, (outcome: RecipientOutcome<WordedRow>) => CsvCell> = {
  messageId: ({ row }) => row._id.toHexString(),
  customerId: ({ row }) => row.customerId.toHexString(),
  address: ({ row }) => row.to,
  country: ({ country }) => country,
  rfmGroup: ({ segment }) => segment,
  variant: ({ row }) => row.variant ?? null,
  status: ({ row }) => row.status,
  skipReason: ({ row }) => row.skipReason ?? null,
  reason: ({ row }) => row.failureReason ?? null,
  tries: ({ row }) => row.attempts,
  queuedAt: ({ row }) => iso(row.queuedAt),
  sentAt: ({ row }) => iso(row.sentAt),
  deliveredAt: ({ row }) => iso(row.deliveredAt),
  openedAt: ({ row }) => iso(row.openedAt),
  clickedAt: ({ row }) => iso(row.clickedAt),
  complainedAt: ({ row }) => iso(row.complainedAt),
  unsubscribedAt: ({ row }) => iso(row.unsubscribedAt),
};

/**
 * Everyone a campaign went to with what became of it and what they ordered within the days, as a CSV file of any length
 * that is sent as it is read. Money in major units, moments in UTC.
 * @throws AppError NOT_FOUND also for another workspace's campaign
 */
export async function exportRecipients(
  caller: Caller,
  { id, days }: { id: string; days: ResultDays },
): Promise<CsvExport> {
  requireToSeeResults(caller);
  const { name, workspaceId, _id: campaignId } = await findOwn(caller, id);
  const pages = walkOutcomes({ workspaceId, campaignId }, walkWordedRows(workspaceId, campaignId));
  return {
    name,
    fileName: fileNameOf(name, 'recipients'),
    pieces: csvFile([...Object.keys(recipientColumns), 'orders', 'revenue'], recipientLines(pages, days)),
  };
}

async function* recipientLines(
  pages: AsyncIterable<RecipientOutcome<WordedRow>[]>,
  days: number,
): AsyncGenerator<CsvCell[]> {
  for await (const page of pages)
    for (const outcome of page) {
      const within = outcome.earned.filter(({ after }) => after <= days * DAY_MS);
      const revenue = within.reduce((sum, { amount }) => sum + amount, 0);
      yield [
        ...Object.values(recipientColumns).map((cellOf) => cellOf(outcome)),
        within.filter(({ amount }) => amount >= 0).length,
        toMajorUnits(revenue).toFixed(2),
      ];
    }
}
