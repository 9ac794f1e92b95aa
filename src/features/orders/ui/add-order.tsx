'use client';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { fieldErrorsOf, messageOf, trpc } from '@/ui/trpc.tsx';

interface FormValues {
  orderId: string;
  customerEmail: string;
  orderAmount: string;
  orderDate: string;
}
const EMPTY: FormValues = { orderId: '', customerEmail: '', orderAmount: '', orderDate: '' };
const names = ['orderId', 'customerEmail', 'orderAmount', 'orderDate'] as const;

/** Browsers let one type years that no date can hold. */
const isDate = (text: string) => !Number.isNaN(Date.parse(text)) || 'is not a possible date';

/** One order by hand. The rules are the server's; what it finds wrong is shown at the field. */
export function AddOrder({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const utils = trpc.useUtils();
  const { register, handleSubmit, setError, reset, formState } = useForm<FormValues>({
    defaultValues: EMPTY,
  });
  const { errors } = formState;
  const create = trpc.orders.create.useMutation({
    onSuccess: async ({ orderId }) => {
      toast.success(`Order ${orderId} was added`);
      close();
      await Promise.all([utils.orders.list.invalidate(), utils.customers.invalidate()]);
    },
  });
  const close = () => {
    create.reset();
    reset(EMPTY);
    onOpenChange(false);
  };
  useEffect(() => {
    const found = fieldErrorsOf(create.error).flatMap(({ path, message }) => {
      const name = names.find((n) => n === path);
      return name ? [{ name, message }] : [];
    });
    for (const [i, { name, message }] of found.entries())
      setError(name, { message }, { shouldFocus: i === 0 });
  }, [create.error, setError]);
  const submit = handleSubmit(({ orderAmount, orderDate, ...rest }) =>
    create.mutate({
      ...rest,
      orderAmount: Number(orderAmount),
      orderDate: new Date(orderDate).toISOString(),
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title="Add an order"
      description="An email address nobody has yet becomes a new customer."
    >
      <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Field label="Order number" error={errors.orderId?.message}>
          <Input autoComplete="off" {...register('orderId', { required: 'give an order number' })} />
        </Field>
        <Field label="Customer’s email" error={errors.customerEmail?.message}>
          <Input
            type="email"
            autoComplete="off"
            {...register('customerEmail', { required: 'give an email address' })}
          />
        </Field>
        <Field label="Amount" error={errors.orderAmount?.message} hint="A negative amount is a refund.">
          <Input
            type="number"
            step="0.01"
            {...register('orderAmount', { required: 'give an amount such as 12.50' })}
          />
        </Field>
        <Field label="Placed" error={errors.orderDate?.message} hint="In your time zone.">
          <Input
            type="datetime-local"
            max="9999-12-31T23:59"
            {...register('orderDate', { required: 'say when', validate: isDate })}
          />
        </Field>
        {create.isError && fieldErrorsOf(create.error).length === 0 && (
          <Notice tone="danger" className="sm:col-span-2">
            {messageOf(create.error)}
          </Notice>
        )}
        <div className="mt-2 flex justify-end gap-2 sm:col-span-2">
          <Button variant="secondary" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" pending={create.isPending}>
            Add order
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
