'use client';
import { UserX } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatDay, formatNumber } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
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

const trail = [{ href: '/customers', label: 'Customers' }];

/** One customer: who they are and what they come to; `children` are other features' cards about them. */
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
  if (customer.data && !isGone) return <Profile customer={customer.data}>{children}</Profile>;
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

const Profile = ({ customer, children }: { customer: Customer; children: ReactNode }) => (
  <>
    <PageHeader
      title={customer.name ?? customer.email}
      remember
      description={<span className="break-all">{customer.email}</span>}
      breadcrumbs={trail}
      actions={<CustomerActions customer={customer} />}
    />
    <Figures customer={customer} />
    <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="flex min-w-0 flex-col gap-6">{children}</div>
      <div className="flex min-w-0 flex-col gap-6">
        <Facts customer={customer} />
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
    { label: 'First order', value: customer.firstOrderAt ? formatDay(customer.firstOrderAt) : 'Never' },
    { label: 'Last order', value: customer.lastOrderAt ? formatDay(customer.lastOrderAt) : 'Never' },
  ];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-xs sm:grid-cols-5">
      {figures.map(({ label, value }) => (
        <div key={label} className="bg-surface px-4 py-3 max-sm:last:col-span-2">
          <dt className="text-[13px] text-muted">{label}</dt>
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
            <dt className="text-[13px] text-muted">Tags</dt>
            <dd className="mt-1 flex flex-wrap gap-1">
              {customer.tags.length === 0 && '–'}
              {customer.tags.map((tag) => (
                <Badge key={tag} className="max-w-full">
                  <span className="truncate">{tag}</span>
                </Badge>
              ))}
            </dd>
          </div>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt className="break-words text-[13px] text-muted">{label}</dt>
              <dd className="break-words">{value ?? '–'}</dd>
            </div>
          ))}
          <div>
            <dt className="text-[13px] text-muted">Added</dt>
            <dd>
              <Time value={customer.createdAt} />
            </dd>
          </div>
        </dl>
      </CardBody>
    </Card>
  );
}
