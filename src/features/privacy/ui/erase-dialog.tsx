'use client';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Erasure } from '../privacy.schema.ts';

/** Asks, by having the address typed, before somebody is erased for good. */
export function EraseDialog({
  id,
  email,
  onClose,
  onErased,
}: {
  /** The customer’s id; without one whoever has the address is erased, or nobody. */
  id?: string;
  email: string;
  onClose(): void;
  onErased(erasure: Erasure): void;
}) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const utils = trpc.useUtils();
  const options = {
    onSuccess: async (erasure: Erasure) => {
      toast.success('Erased. Every trace goes within minutes.');
      onErased(erasure);
      await Promise.all([
        utils.customers.invalidate(),
        utils.orders.invalidate(),
        utils.audiences.invalidate(),
        utils.privacy.invalidate(),
      ]);
    },
  };
  const byId = trpc.privacy.eraseCustomer.useMutation(options);
  const byAddress = trpc.privacy.eraseAddress.useMutation(options);
  const erase = id === undefined ? byAddress : byId;
  const submit = () => {
    if (typed.trim().toLowerCase() !== email) setWrong(true);
    else if (id === undefined) byAddress.mutate({ email });
    else byId.mutate({ id });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Erase this person for good?"
      description="This cannot be undone, by anybody."
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-col gap-4"
      >
        <ul className="list-disc space-y-1 pl-5 text-muted text-sm">
          <li>Name, address, telephone number, place, tags and attributes go, wherever they stand.</li>
          <li>Nothing is sent to them from this moment, also by campaigns that are under way.</li>
          <li>Their orders and messages stay without a person, so that no figure changes.</li>
          <li>An import cannot bring them back. Who they were cannot be read any more.</li>
        </ul>
        <Field
          label={
            <>
              Type <span className="break-all font-semibold">{email}</span> to confirm
            </>
          }
          error={wrong ? 'this is not the address' : undefined}
        >
          <Input
            type="email"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setWrong(false);
            }}
          />
        </Field>
        {erase.isError && <Notice tone="danger">{messageOf(erase.error)}</Notice>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Keep as it is
          </Button>
          <Button type="submit" variant="danger" pending={erase.isPending}>
            Erase for good
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
