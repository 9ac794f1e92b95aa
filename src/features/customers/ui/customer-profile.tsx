'use client';
import { UserX } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatDay, formatNumber } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMoney } from '@/ui/use-workspace.ts';
import { CustomerPrivacy } from '../../privacy/ui/customer-privacy.tsx';
import { ErasedNotice } from '../../privacy/ui/erased-customer.tsx';
import type { Customer } from '../customers.schema.ts';
import { CustomerActions } from './customer-actions.tsx';
import { Membership } from './profile/membership.tsx';
import { TagsInPlace } from './profile/tags-in-place.tsx';
import { Timeline } from './profile/timeline.tsx';
import { segmentLabel } from './table/columns.tsx';

const trail = [{ href: '/customers', label: 'Customers' }];

/** One customer: who they are, what they come to and what happened. `children` are what is left of one who was erased. */
export function CustomerProfile({ id, children }: { id: string; children: ReactNode }) {
  const customer = trpc.customers.get.useQuery({ id });
  const isGone = customer.error?.data?.httpStatus === 404;
  const erasure = trpc.privacy.erasure.useQuery(
    { id },
    {
      enabled: isGone,
      retry: false,
      refetchInterval: ({ state }) => (state.data?.status === 'RUNNING' ? 10_000 : false),
    },
  );
  if (isGone && erasure.data)
    return (
      <>
        <PageHeader title="Erased customer" breadcrumbs={trail} />
        <ErasedNotice erasure={erasure.data} />
        <div className="flex min-w-0 flex-col gap-6">{children}</div>
      </>
    );
  if (customer.data && !isGone) return <Profile customer={customer.data} />;
  return (
    <>
      <PageHeader title="Customer" breadcrumbs={trail} />
      <Card>
        {customer.isPending || (isGone && erasure.isPending) ? (
          <SkeletonRows />
        ) : isGone ? (
          <EmptyState
            icon={UserX}
            title="There is no such customer"
            actions={
              <Button asChild variant="secondary">
                <Link href="/customers">All customers</Link>
              </Button>
            }
          >
            They may have been deleted.
          </EmptyState>
        ) : (
          <ErrorState
            message={customer.error ? messageOf(customer.error) : ''}
            onRetry={() => void customer.refetch()}
          />
        )}
      </Card>
    </>
  );
}

const Profile = ({ customer }: { customer: Customer }) => (
  <>
    <PageHeader
      title={customer.name ?? customer.email}
      remember
      description={<span className="break-all">{customer.email}</span>}
      breadcrumbs={trail}
      actions={<CustomerActions customer={customer} />}
    />
    <Figures customer={customer} />
    <div className="mt-6 grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <Timeline customerId={customer.id} createdAt={customer.createdAt} />
      <div className="flex min-w-0 flex-col gap-6">
        <Facts customer={customer} />
        <Membership customerId={customer.id} />
        <CustomerPrivacy id={customer.id} email={customer.email} />
      </div>
    </div>
  </>
);

function Figures({ customer }: { customer: Customer }) {
  const money = useMoney();
  const figures = [
    { label: 'Total spend', value: money(customer.totalSpend) },
    { label: 'Orders', value: formatNumber(customer.orderCount) },
    {
      label: 'Average order',
      value: customer.averageOrderValue === null ? '–' : money(customer.averageOrderValue),
    },
    {
      label: 'Segment',
      value: customer.segment === null ? '–' : segmentLabel(customer.segment),
    },
    { label: 'First order', value: customer.firstOrderAt ? formatDay(customer.firstOrderAt) : 'Never' },
    { label: 'Last order', value: customer.lastOrderAt ? formatDay(customer.lastOrderAt) : 'Never' },
  ];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-xs sm:grid-cols-3 lg:grid-cols-6">
      {figures.map(({ label, value }) => (
        <div key={label} className="bg-surface px-4 py-3">
          <dt className="text-small text-muted">{label}</dt>
          <dd className="mt-0.5 truncate font-semibold text-base tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Facts({ customer }: { customer: Customer }) {
  const facts = [
    { label: 'Phone', value: customer.phone },
    { label: 'City', value: customer.city },
    { label: 'Country', value: customer.country },
    ...Object.entries(customer.attributes).map(([label, value]) => ({ label, value: String(value) })),
  ];
  return (
    <Card>
      <CardHeader title="Details" />
      <CardBody>
        <dl className="flex flex-col gap-3 text-sm">
          <div>
            <dt className="text-small text-muted">Tags</dt>
            <dd className="mt-1">
              <TagsInPlace customer={customer} />
            </dd>
          </div>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt className="break-words text-small text-muted">{label}</dt>
              <dd className="break-words">{value ?? '–'}</dd>
            </div>
          ))}
          <div>
            <dt className="text-small text-muted">Added</dt>
            <dd>
              <Time value={customer.createdAt} />
            </dd>
          </div>
        </dl>
      </CardBody>
    </Card>
  );
}
