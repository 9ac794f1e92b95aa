'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog, Dialog } from '@/ui/dialog.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Customer } from '../customers.schema.ts';
import { CustomerForm } from './customer-form.tsx';

/** What can be done with one customer, for those who may. */
export function CustomerActions({ customer }: { customer: Customer }) {
  const mayWrite = useMay('customers:write');
  if (!mayWrite) return null;
  return (
    <>
      <DeleteButton customer={customer} />
      <EditButton customer={customer} />
    </>
  );
}

function EditButton({ customer }: { customer: Customer }) {
  const [open, setOpen] = useState(false);
  // The version that the form shows, whatever is fetched while it is filled in.
  const [ifUpdatedAt, setSeen] = useState(customer.updatedAt);
  const edit = () => {
    setSeen(customer.updatedAt);
    setOpen(true);
  };
  const utils = trpc.useUtils();
  const update = trpc.customers.update.useMutation({
    onSuccess: (changed) => {
      utils.customers.get.setData({ id: changed.id }, changed);
      // Orders show the address too.
      void Promise.all([utils.customers.list.invalidate(), utils.orders.invalidate()]);
      setOpen(false);
      toast.success('Changes saved');
    },
  });
  const close = () => {
    update.reset();
    setOpen(false);
  };
  return (
    <>
      <Button variant="secondary" onClick={edit}>
        <Pencil aria-hidden />
        Edit
      </Button>
      <Dialog open={open} onOpenChange={(next) => (next ? edit() : close())} title="Edit customer">
        <CustomerForm
          customer={customer}
          submitLabel="Save changes"
          pending={update.isPending}
          error={update.error}
          onSubmit={(input) => update.mutate({ id: customer.id, ifUpdatedAt, ...input })}
          onCancel={close}
        />
      </Dialog>
    </>
  );
}

function DeleteButton({ customer }: { customer: Customer }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const utils = trpc.useUtils();
  const remove = trpc.customers.delete.useMutation({
    onSuccess: async () => {
      toast.success('Customer deleted');
      router.push('/customers');
      await Promise.all([utils.customers.list.invalidate(), utils.orders.invalidate()]);
    },
    onError: toast.error,
  });
  const orders =
    customer.orderCount > 0 ? `${plural(customer.orderCount, 'order')} and any refunds` : 'any refunds';
  return (
    <>
      <Button variant="danger-ghost" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden />
        Delete
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Delete ${customer.name ?? customer.email}?`}
        description={`Their details, tags and attributes go for good, and so do ${orders}. What campaigns sent them stays in the figures of those campaigns.`}
        action="Delete customer"
        pending={remove.isPending || remove.isSuccess}
        onConfirm={() => remove.mutate({ id: customer.id })}
      />
    </>
  );
}
