'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { LeaveGuard } from '@/ui/leave-guard.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { AudienceStep } from './audience-step.tsx';
import { type DraftValues, problemsIn } from './draft-values.ts';
import { Stepper } from './stepper.tsx';

const STARTER =
  'Hello {{ customer.name | default: "there" }},\n\n\n\nYours,\n{{ workspace.name }}\n\nNo more of these: {{ unsubscribe_url }}';

/** The first step: with a name and an audience there is a draft, and from then on it saves itself. */
export function NewCampaign({ audienceId }: { audienceId: string }) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const [values, setValues] = useState<DraftValues>({
    name: '',
    audienceId,
    channel: 'EMAIL',
    vendorId: '',
    texts: [{ key: 'A', share: 100, subject: '', body: STARTER }],
    holdout: 0,
    scheduledAt: '',
    timeZone: '',
  });
  const [tried, setTried] = useState(false);
  const create = trpc.campaigns.create.useMutation({
    onSuccess: (made) => {
      utils.campaigns.get.setData({ id: made.id }, made);
      void utils.campaigns.list.invalidate();
      router.replace(`/campaigns/${made.id}/edit?step=message`);
    },
  });
  const problems = problemsIn(values).filter(({ step }) => step === 'audience');
  const { isPending, isSuccess } = create;
  const begin = () => {
    setTried(true);
    if (problems.length > 0 || isPending || isSuccess) return;
    const { name, audienceId: audience, channel, vendorId } = values;
    create.mutate({
      name,
      audienceId: audience,
      channel,
      vendorId: vendorId || null,
      template: { body: STARTER },
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <PageHeader
        title="New campaign"
        description="Nothing is sent until you launch it in the last step."
        breadcrumbs={[{ href: '/campaigns', label: 'Campaigns' }]}
      />
      <Stepper current="audience" problems={tried ? problems : []} onGo={begin} />
      <AudienceStep
        values={values}
        errorOf={(field) => (tried ? problems.find((one) => one.field === field)?.message : undefined)}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
      />
      {create.isError && (
        <Notice tone="danger" className="mt-6">
          {messageOf(create.error)}
        </Notice>
      )}
      <div className="mt-6 flex justify-end">
        <Button type="submit" pending={isPending || isSuccess}>
          Continue
        </Button>
      </div>
      <LeaveGuard active={values.name.trim() !== '' && !isSuccess} />
    </form>
  );
}
