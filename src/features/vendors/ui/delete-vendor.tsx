'use client';
import Link from 'next/link';
import { useState } from 'react';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog, Dialog } from '@/ui/dialog.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import { usePostponed } from '@/ui/use-postponed.ts';
import type { Vendor, VendorUsage } from '../vendors.schema.ts';

/**
 * Deletes a vendor, with a notice that brings it back. It asks before where campaigns went through it; of one in use it
 * shows by what.
 */
export function DeleteVendor({ vendor: { id, name } }: { vendor: Vendor }) {
  const utils = trpc.useUtils();
  const postpone = usePostponed();
  const [asking, setAsking] = useState(false);
  const [usage, setUsage] = useState<VendorUsage | null>(null);
  const remove = () => {
    setUsage(null);
    postpone({
      mutation: trpc.vendors.delete,
      input: { id },
      ids: [id],
      message: `Vendor “${name}” deleted, with its settings and secrets`,
      refresh: () => utils.vendors.list.invalidate(),
    });
  };
  const ask = async () => {
    setAsking(true);
    try {
      const found = await utils.vendors.usage.fetch({ id }, { staleTime: 0 });
      if (found.campaigns.length + found.ended > 0) setUsage(found);
      else remove();
    } catch (error) {
      toast.error(error);
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <Button
        variant="danger-ghost"
        size="sm"
        aria-label={`Delete ${name}`}
        aria-busy={asking}
        onClick={() => !asking && void ask()}
      >
        Delete
      </Button>
      {usage && usage.campaigns.length > 0 && (
        <InUse name={name} campaigns={usage.campaigns} onClose={() => setUsage(null)} />
      )}
      {usage && usage.campaigns.length === 0 && (
        <ConfirmDialog
          open
          onOpenChange={() => setUsage(null)}
          title={`Delete “${name}”?`}
          description={`${plural(usage.ended, 'campaign')} went through it. What failed of them cannot be sent again without it.`}
          action="Delete vendor"
          pending={false}
          onConfirm={remove}
        />
      )}
    </>
  );
}

const InUse = ({
  name,
  campaigns,
  onClose,
}: {
  name: string;
  campaigns: VendorUsage['campaigns'];
  onClose(): void;
}) => (
  <Dialog
    open
    onOpenChange={onClose}
    title={`“${name}” is in use`}
    description="It can be deleted once no campaign is to go through it any more: give these another vendor, or wait until they have ended."
  >
    <ul aria-label="Campaigns that use it" className="flex flex-col gap-2 text-sm">
      {campaigns.map((campaign) => (
        <li key={campaign.id} className="wrap-anywhere">
          <Link href={`/campaigns/${campaign.id}`} className="font-medium text-accent-text hover:underline">
            {campaign.name}
          </Link>
        </li>
      ))}
    </ul>
    <div className="mt-5 flex justify-end">
      <Button onClick={onClose}>Keep it</Button>
    </div>
  </Dialog>
);
