'use client';
import { useRouter } from 'next/navigation';
import { Dialog } from '@/ui/dialog.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import { CustomerForm } from './customer-form.tsx';

export function AddCustomer({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const create = trpc.customers.create.useMutation({
    onSuccess: async ({ id, name, email }) => {
      toast.success(`${name ?? email} was added`);
      onOpenChange(false);
      router.push(`/customers/${id}`);
      await utils.customers.list.invalidate();
    },
  });
  const close = () => {
    create.reset();
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title="Add a customer"
      description="Spend and orders come from their orders; you cannot set them here."
    >
      <CustomerForm
        submitLabel="Add customer"
        pending={create.isPending}
        error={create.error}
        onSubmit={(input) => create.mutate(input)}
        onCancel={close}
      />
    </Dialog>
  );
}
