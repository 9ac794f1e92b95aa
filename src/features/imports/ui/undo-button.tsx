'use client';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Import } from '../imports.schema.ts';

/** Takes a whole import back, after saying what that means. */
export function UndoButton({ state }: { state: Import }) {
  const { id, undo } = state;
  const [asking, setAsking] = useState(false);
  const utils = trpc.useUtils();
  const begin = trpc.imports.undo.useMutation({
    onSuccess: (next) => {
      utils.imports.get.setData({ id }, next);
      void utils.imports.list.invalidate();
    },
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => setAsking(false),
  });
  const action = undo ? 'Try the undo again' : 'Undo import';
  return (
    <>
      <Button variant="danger-ghost" onClick={() => setAsking(true)}>
        <Undo2 aria-hidden />
        {action}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Undo this import?"
        description={<WhatHappens state={state} />}
        action={action}
        pending={begin.isPending}
        onConfirm={() => begin.mutate({ id })}
      />
    </>
  );
}

function WhatHappens({ state: { kind, counts } }: { state: Import }) {
  const orders = kind === 'ORDERS';
  const one = orders ? 'order' : 'customer';
  return (
    <span className="flex flex-col gap-2">
      <span>
        {counts.inserted > 0 && `${plural(counts.inserted, `new ${one}`)} will be deleted. `}
        {counts.updated > 0 && `${plural(counts.updated, 'change')} will be taken back. `}
        {orders &&
          counts.customersCreated > 0 &&
          `${plural(counts.customersCreated, 'customer')} made for these orders will be deleted too. `}
        {orders && 'Spend and number of orders are worked out anew.'}
      </span>
      <span>
        {orders
          ? 'Kept are orders that a later import changed, and customers who have other orders or messages, or were changed since.'
          : 'Kept are customers who have orders or messages by now, and whatever was changed since, by hand or by a later import.'}{' '}
        You will see how many, and why.
      </span>
    </span>
  );
}
