'use client';
import { Pencil, Trash2, UserX } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import { formatDay, plural } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { ConfirmDialog, Dialog } from '@/ui/dialog.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMoney } from '@/ui/use-workspace.ts';
import type { Customer } from '../customers.schema.ts';
import { CustomerForm } from './customer-form.tsx';

const back = { href: '/customers', label: 'Customers' };

/** One customer: who they are and what they come to; `children` are other features' cards about them. */
export function CustomerProfile({ id, children }: { id: string; children: ReactNode }) {
  const customer = trpc.customers.get.useQuery({ id });
  if (customer.isPending)
    return (
      <Card>
        <SkeletonRows />
      </Card>
    );
  if (!customer.data)
    return customer.error?.data?.httpStatus === 404 ? (
      <Card>
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
      </Card>
    ) : (
      <ErrorState message={messageOf(customer.error)} onRetry={() => void customer.refetch()} />
    );
  return <Profile customer={customer.data}>{children}</Profile>;
}

const Profile = ({ customer, children }: { customer: Customer; children: ReactNode }) => (
  <>
    <PageHeader
      title={customer.name ?? customer.email}
      description={<span className="break-all">{customer.email}</span>}
      back={back}
      actions={<Actions customer={customer} />}
    />
    <Figures customer={customer} />
    <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="flex min-w-0 flex-col gap-6">{children}</div>
      <Facts customer={customer} />
    </div>
  </>
);

function Actions({ customer }: { customer: Customer }) {
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const router = useRouter();
  const utils = trpc.useUtils();
  const update = trpc.customers.update.useMutation({
    onSuccess: (changed) => {
      utils.customers.get.setData({ id: changed.id }, changed);
      void utils.customers.list.invalidate();
      setEditing(false);
      toast.success('Changes saved');
    },
  });
  const remove = trpc.customers.delete.useMutation({
    onSuccess: async () => {
      toast.success('Customer deleted');
      router.push('/customers');
      await utils.customers.list.invalidate();
    },
    onError: (error) => toast.error(messageOf(error)),
  });
  return (
    <>
      <Button variant="danger-ghost" onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden />
        Delete
      </Button>
      <Button variant="secondary" onClick={() => setEditing(true)}>
        <Pencil aria-hidden />
        Edit
      </Button>
      <Dialog open={editing} onOpenChange={setEditing} title="Edit customer">
        <CustomerForm
          customer={customer}
          submitLabel="Save changes"
          pending={update.isPending}
          error={update.error}
          onSubmit={(input) => update.mutate({ id: customer.id, ...input })}
          onCancel={() => setEditing(false)}
        />
      </Dialog>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={`Delete ${customer.name ?? customer.email}?`}
        description={`The customer and ${plural(customer.orderCount, 'order')} go for good. What campaigns sent stays in their figures.`}
        action="Delete customer"
        pending={remove.isPending || remove.isSuccess}
        onConfirm={() => remove.mutate({ id: customer.id })}
      />
    </>
  );
}

function Figures({ customer }: { customer: Customer }) {
  const money = useMoney();
  const figures = [
    { label: 'Total spend', value: money(customer.totalSpend) },
    { label: 'Orders', value: String(customer.orderCount) },
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
