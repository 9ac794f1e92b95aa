'use client';
import { AddCustomer } from '@/features/customers/ui/add-customer.tsx';
import { AddOrder } from '@/features/orders/ui/add-order.tsx';
import { useWorkspace } from '@/ui/use-workspace.ts';
import { InviteDialog } from '../members/invite-dialog.tsx';

/** What is created in a dialog, wherever one is. */
export type Creating = 'customer' | 'order' | 'invitation';

export function CreateDialog({ what, onClose }: { what: Creating; onClose(): void }) {
  const own = useWorkspace().data?.role;
  const onOpenChange = (open: boolean) => {
    if (!open) onClose();
  };
  if (what === 'customer') return <AddCustomer open onOpenChange={onOpenChange} />;
  if (what === 'order') return <AddOrder open onOpenChange={onOpenChange} />;
  return own ? <InviteDialog own={own} onClose={onClose} /> : null;
}
