'use client';
import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { PageHeader } from '@/ui/page-header.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { ownTimeZone } from '../schedule/zone-select.tsx';
import { CampaignForm } from './campaign-form.tsx';

const STARTER =
  'Hello {{ customer.name | default: "there" }},\n\n\n\nYours,\n{{ workspace.name }}\n\nNo more of these: {{ unsubscribe_url }}';

export function NewCampaign({ audienceId }: { audienceId: string }) {
  const router = useRouter();
  const create = trpc.campaigns.create.useMutation({
    onSuccess: ({ id }) => {
      toast.success('Draft saved');
      router.push(`/campaigns/${id}`);
    },
  });
  return (
    <>
      <PageHeader
        title="New campaign"
        description="Nothing is sent until you launch it on the next page."
        breadcrumbs={[{ href: '/campaigns', label: 'Campaigns' }]}
      />
      <CampaignForm
        initial={{
          name: '',
          audienceId,
          channel: 'EMAIL',
          vendorId: '',
          subject: '',
          body: STARTER,
          scheduledAt: '',
          timeZone: ownTimeZone(),
        }}
        submitLabel="Save and review"
        pending={create.isPending || create.isSuccess}
        error={create.error}
        onSubmit={(input) => create.mutate(input)}
      />
    </>
  );
}
