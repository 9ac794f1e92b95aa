import type { ReactNode } from 'react';
import { formatNumber } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import type { Sorting } from '@/ui/sorting.ts';
import { Time } from '@/ui/time.tsx';
import { rfmSegments } from '../../../audiences/rules/rfm-segments.ts';
import type { CustomerColumn } from '../../customer-view.schema.ts';
import type { Customer, CustomerSort } from '../../customers.schema.ts';

export interface Column {
  label: string;
  /** Pixels, where nobody chose another width. */
  width: number;
  right?: true;
  /** Where an index sorts. */
  sort?: Sorting<CustomerSort>;
  cell(customer: Customer, money: (amount: number) => string): ReactNode;
}

const SHOWN_TAGS = 3;
const text = (value: string | null) =>
  value === null ? <span className="text-muted">–</span> : <span className="truncate">{value}</span>;
const moment = (value: Date | null) =>
  value === null ? <span className="text-muted">Never</span> : <Time value={value} />;

export const segmentLabel = (name: string): string =>
  rfmSegments.find((segment) => segment.name === name)?.label ?? name;

export const columns: Record<CustomerColumn, Column> = {
  name: {
    label: 'Customer',
    width: 210,
    sort: { by: 'name', first: 'name' },
    cell: ({ name, email }) => <>{name ?? email}</>,
  },
  country: { label: 'Country', width: 130, cell: ({ country }) => text(country) },
  city: { label: 'City', width: 140, cell: ({ city }) => text(city) },
  tags: { label: 'Tags', width: 130, cell: ({ tags }) => <Tags tags={tags} /> },
  segment: {
    label: 'Segment',
    width: 132,
    cell: ({ segment }) => text(segment === null ? null : segmentLabel(segment)),
  },
  orderCount: {
    label: 'Orders',
    width: 90,
    right: true,
    sort: { by: 'orderCount', first: '-orderCount' },
    cell: ({ orderCount }) => formatNumber(orderCount),
  },
  totalSpend: {
    label: 'Total spend',
    width: 116,
    right: true,
    sort: { by: 'totalSpend', first: '-totalSpend' },
    cell: ({ totalSpend }, money) => money(totalSpend),
  },
  averageOrderValue: {
    label: 'Average order',
    width: 130,
    right: true,
    cell: ({ averageOrderValue }, money) =>
      averageOrderValue === null ? <span className="text-muted">–</span> : money(averageOrderValue),
  },
  firstOrderAt: { label: 'First order', width: 140, cell: ({ firstOrderAt }) => moment(firstOrderAt) },
  lastOrderAt: {
    label: 'Last order',
    width: 115,
    sort: { by: 'lastOrderAt', first: '-lastOrderAt' },
    cell: ({ lastOrderAt }) => moment(lastOrderAt),
  },
  phone: { label: 'Phone', width: 150, cell: ({ phone }) => text(phone) },
  createdAt: {
    label: 'Added',
    width: 130,
    sort: { by: 'createdAt', first: '-createdAt' },
    cell: ({ createdAt }) => <Time value={createdAt} />,
  },
  updatedAt: {
    label: 'Changed',
    width: 130,
    sort: { by: 'updatedAt', first: '-updatedAt' },
    cell: ({ updatedAt }) => <Time value={updatedAt} />,
  },
};

const Tags = ({ tags }: { tags: readonly string[] }) =>
  tags.length === 0 ? (
    <span className="text-muted">–</span>
  ) : (
    <span className="flex min-w-0 items-center gap-1">
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <Badge key={tag} className="min-w-0 max-w-32">
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
      {tags.length > SHOWN_TAGS && (
        <span className="shrink-0 text-caption text-muted">+{tags.length - SHOWN_TAGS}</span>
      )}
    </span>
  );
