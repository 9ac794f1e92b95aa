'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Import } from '../imports.schema.ts';
import { canBeUndone, isBeingUndone, isOver } from './import-status.tsx';
import { UndoButton } from './undo-button.tsx';

/** What one can do with an import: stop it while it runs, and afterwards undo it or take the next step its outcome asks for. */
export function ImportActions({ state }: { state: Import }) {
  const { kind, status, counts, undo } = state;
  const mayImport = useMay('imports:write');
  const mayBuild = useMay('audiences:write');
  if (!isOver(status)) return mayImport ? <CancelButton state={state} /> : null;
  if (isBeingUndone(state)) return null;
  const orders = kind === 'ORDERS';
  const cameIn = counts.rows > counts.failed && undo === null;
  const next =
    status !== 'COMPLETED' || !cameIn
      ? { may: mayImport, href: `/imports/new?kind=${kind.toLowerCase()}`, label: 'Import another file' }
      : orders
        ? { may: mayBuild, href: '/audiences/new', label: 'Build an audience' }
        : { may: mayImport, href: '/imports/new?kind=orders', label: 'Import orders' };
  return (
    <>
      {mayImport && canBeUndone(state) && <UndoButton state={state} />}
      {cameIn && (
        <Button asChild variant="secondary">
          <Link href={orders ? '/orders' : '/customers'}>
            {orders ? 'See the orders' : 'See the customers'}
          </Link>
        </Button>
      )}
      {next.may && (
        <Button asChild>
          <Link href={next.href}>{next.label}</Link>
        </Button>
      )}
    </>
  );
}

export function CancelButton({ state: { id, dryRun } }: { state: Import }) {
  const [asking, setAsking] = useState(false);
  const utils = trpc.useUtils();
  const cancel = trpc.imports.cancel.useMutation({
    onSuccess: (next) => {
      utils.imports.get.setData({ id }, next);
      void Promise.all([
        utils.imports.list.invalidate(),
        utils.customers.invalidate(),
        utils.orders.invalidate(),
      ]);
    },
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => setAsking(false),
  });
  const action = dryRun ? 'Cancel check' : 'Cancel import';
  return (
    <>
      <Button variant="danger-ghost" onClick={() => setAsking(true)}>
        {action}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={dryRun ? 'Cancel this check?' : 'Cancel this import?'}
        description={
          dryRun
            ? 'Nothing was written. The file waits for a day: you can still import it from here.'
            : 'Rows that are in already stay in; the rest is not read. You can then undo the import to take them out, or import the same file again: nothing is counted twice.'
        }
        action={action}
        pending={cancel.isPending}
        onConfirm={() => cancel.mutate({ id })}
      />
    </>
  );
}
