'use client';
import { useRouter } from 'next/navigation';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { AudienceActions } from './audience-actions.tsx';
import { AudienceForm } from './audience-form.tsx';
import { HistoryCard } from './insights/history-card.tsx';
import { SnapshotButton } from './insights/snapshot-button.tsx';
import { SnapshotPage } from './insights/snapshot-page.tsx';
import { UsageCard } from './insights/usage-card.tsx';

export function EditAudience({ id }: { id: string }) {
  const utils = trpc.useUtils();
  const router = useRouter();
  // A refetch in the background must not pull the rug from under what is being edited.
  const audience = trpc.audiences.get.useQuery({ id }, { staleTime: Number.POSITIVE_INFINITY });
  const update = trpc.audiences.update.useMutation({
    onSuccess: async (changed) => {
      utils.audiences.get.setData({ id }, changed);
      toast.success('Changes saved');
      await Promise.all([
        utils.audiences.list.invalidate(),
        utils.audiences.count.invalidate({ id }),
        utils.audiences.history.invalidate({ id }),
      ]);
    },
  });
  const create = trpc.audiences.create.useMutation({
    onSuccess: async (created) => {
      toast.success(`“${created.name}” was saved as a new audience`);
      router.push(`/audiences/${created.id}`);
      await utils.audiences.list.invalidate();
    },
  });
  if (audience.isPending)
    return (
      <Card>
        <SkeletonRows />
      </Card>
    );
  if (!audience.data)
    return <ErrorState message={messageOf(audience.error)} onRetry={() => void audience.refetch()} />;
  const { name, description, rules, snapshot, updatedAt } = audience.data;
  if (snapshot) return <SnapshotPage audience={{ ...audience.data, snapshot }} />;
  return (
    <>
      <PageHeader
        title={name}
        remember
        description={description}
        breadcrumbs={[{ href: '/audiences', label: 'Audiences' }]}
        actions={
          <>
            <SnapshotButton id={id} />
            <AudienceActions id={id} />
          </>
        }
      />
      <AudienceForm
        initial={{ name, description: description ?? '', rules }}
        submitLabel="Save changes"
        pending={update.isPending || create.isPending}
        error={update.error ?? create.error}
        more={
          <div className="grid grid-cols-1 items-start gap-6 sm:grid-cols-2">
            <HistoryCard id={id} />
            <UsageCard id={id} />
          </div>
        }
        onSubmit={({ rules: changed, ...values }) =>
          update.mutate({ id, ifUpdatedAt: updatedAt, ...values, rules: { ...changed } })
        }
        onSaveAsNew={({ rules: changed, ...values }) =>
          create.mutate({
            ...values,
            name: values.name.trim() === name ? `${name} (copy)` : values.name,
            rules: { ...changed },
          })
        }
      />
    </>
  );
}
