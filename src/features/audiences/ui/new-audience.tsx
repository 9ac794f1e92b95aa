'use client';
import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { PageHeader } from '@/ui/page-header.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { AudienceForm, type AudienceValues } from './audience-form.tsx';

const EVERYONE: AudienceValues = { name: '', description: '', rules: { combinator: 'and', rules: [] } };

export function NewAudience() {
  const router = useRouter();
  const utils = trpc.useUtils();
  const create = trpc.audiences.create.useMutation({
    onSuccess: async ({ id, name }) => {
      toast.success(`“${name}” was saved`);
      router.push(`/audiences/${id}`);
      await utils.audiences.list.invalidate();
    },
  });
  return (
    <>
      <PageHeader
        title="New audience"
        description="Without conditions it is everyone. It is evaluated anew at every launch."
        back={{ href: '/audiences', label: 'Audiences' }}
      />
      <AudienceForm
        initial={EVERYONE}
        submitLabel="Save audience"
        pending={create.isPending || create.isSuccess}
        error={create.error}
        onSubmit={({ rules, ...values }) => create.mutate({ ...values, rules: { ...rules } })}
      />
    </>
  );
}
