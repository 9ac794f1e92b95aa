'use client';
import Link from 'next/link';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Import } from '../imports.schema.ts';
import { isOver } from './import-status.tsx';

/** What one can do with an import: stop it while it runs, and afterwards the next step its outcome asks for. */
export function ImportActions({ state: { id, kind, status, counts } }: { state: Import }) {
  const mayImport = useMay('imports:write');
  const mayBuild = useMay('audiences:write');
  if (!isOver(status)) return mayImport ? <CancelButton id={id} /> : null;
  const orders = kind === 'ORDERS';
  const cameIn = counts.rows > counts.failed;
  const next =
    status !== 'COMPLETED' || !cameIn
      ? { may: mayImport, href: `/imports/new?kind=${kind.toLowerCase()}`, label: 'Import another file' }
      : orders
        ? { may: mayBuild, href: '/audiences/new', label: 'Build an audience' }
        : { may: mayImport, href: '/imports/new?kind=orders', label: 'Import orders' };
  return (
    <>
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

function CancelButton({ id }: { id: string }) {
  const [asking, setAsking] = useState(false);
  const utils = trpc.useUtils();
  const cancel = trpc.imports.cancel.useMutation({
    onSuccess: (state) => {
      utils.imports.get.setData({ id }, state);
      void Promise.all([
        utils.imports.list.invalidate(),
        utils.customers.invalidate(),
        utils.orders.invalidate(),
      ]);
    },
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button variant="danger-ghost" onClick={() => setAsking(true)}>
        Cancel import
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Cancel this import?"
        description="Rows that are in already stay in; the rest is not read. You can import the same file again: nothing is counted twice."
        action="Cancel import"
        pending={cancel.isPending}
        onConfirm={() => cancel.mutate({ id })}
      />
    </>
  );
}
