'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input, Textarea } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { type AddressesForm, addressesFormSchema, splitAddresses } from './addresses.ts';

/** Puts one or many addresses on the list by hand. */
export function AddSuppressions({ onClose }: { onClose(): void }) {
  const utils = trpc.useUtils();
  const add = trpc.suppressions.addMany.useMutation({
    onSuccess: async ({ added, already }) => {
      toast.success(
        `${plural(added, 'address was', 'addresses were')} added${already > 0 ? `, ${already} on the list already` : ''}`,
      );
      onClose();
      await Promise.all([utils.suppressions.list.invalidate(), utils.campaigns.preflight.invalidate()]);
    },
  });
  const { register, handleSubmit, formState } = useForm<AddressesForm>({
    resolver: zodResolver(addressesFormSchema),
    defaultValues: { text: '', note: '' },
  });
  const { errors } = formState;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add addresses"
      description="No campaign writes to them from now on, not even one under way."
    >
      <form
        onSubmit={handleSubmit(({ text, note }) => add.mutate({ addresses: splitAddresses(text), note }))}
        noValidate
        className="flex flex-col gap-5"
      >
        <Field
          label="Addresses"
          hint="Email addresses or telephone numbers, one a line or with commas between."
          error={errors.text?.message}
        >
          <Textarea rows={5} placeholder="ann@example.com" spellCheck={false} {...register('text')} />
        </Field>
        <Field label="Note" optional hint="Why, so that others know." error={errors.note?.message}>
          <Input placeholder="Asked by phone" autoComplete="off" {...register('note')} />
        </Field>
        {add.isError && <Notice tone="danger">{messageOf(add.error)}</Notice>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" pending={add.isPending}>
            Add to the list
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
