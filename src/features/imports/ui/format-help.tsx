import { formatNumber } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROW_CHARS, MAX_ROWS } from '../csv/limits.ts';
import type { ImportKind } from '../imports.schema.ts';

const formats: Record<
  ImportKind,
  { columns: { name: string; required: boolean; hint: string }[]; more: string; sample: string }
> = {
  CUSTOMERS: {
    columns: [
      { name: 'email', required: true, hint: 'Tells customers apart' },
      { name: 'name', required: false, hint: '' },
      { name: 'phone', required: false, hint: '' },
      { name: 'country', required: false, hint: '' },
      { name: 'city', required: false, hint: '' },
      { name: 'tags', required: false, hint: 'Separated by ;' },
    ],
    more: 'Names are guessed and can be chosen on the next page; first and last name are put together. Any other column becomes an attribute to build audiences with: a text, a number, a date, or yes and no.',
    sample: '/samples/online-retail-customers.csv',
  },
  ORDERS: {
    columns: [
      { name: 'orderId', required: true, hint: 'Tells orders apart' },
      { name: 'customerEmail', required: true, hint: 'Unknown ones become customers' },
      { name: 'orderAmount', required: true, hint: 'Such as 12.50; negative is a refund' },
      { name: 'orderDate', required: true, hint: 'Such as 2011-12-09; no zone means UTC' },
    ],
    more: 'Names are guessed and can be chosen on the next page, as can the way dates and amounts are written. Importing an order again updates it; nothing is counted twice.',
    sample: '/samples/online-retail-orders.csv',
  },
};

/** Which columns a file needs, with a real one to look at. */
export const FormatHelp = ({ kind }: { kind: ImportKind }) => {
  const { columns, more, sample } = formats[kind];
  return (
    <Card>
      <CardHeader title="Columns" description="In any order; capital letters do not matter." />
      <CardBody className="flex flex-col gap-4 text-sm">
        <ul className="flex flex-col gap-2">
          {columns.map(({ name, required, hint }) => (
            <li key={name} className="flex flex-wrap items-baseline gap-x-2">
              <code className="font-mono text-small">{name}</code>
              {required && <Badge tone="accent">required</Badge>}
              {hint && <span className="text-small text-muted">{hint}</span>}
            </li>
          ))}
        </ul>
        <p className="text-muted">{more}</p>
        <p className="text-muted tabular-nums">
          At most {formatNumber(MAX_COLUMNS)} columns and {formatNumber(MAX_ROWS)} rows,{' '}
          {formatNumber(MAX_CELL_CHARS)} characters in a cell and {formatNumber(MAX_ROW_CHARS)} in a row.
        </p>
        <p className="text-muted">
          No file at hand?{' '}
          <a
            href={sample}
            download
            className="font-medium text-accent-text underline-offset-4 hover:underline"
          >
            Download the sample
          </a>{' '}
          of a real British shop (UCI Online Retail, CC BY 4.0; names, emails and phones are made up).
        </p>
      </CardBody>
    </Card>
  );
};
