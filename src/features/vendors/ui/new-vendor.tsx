'use client';
import { useRouter } from 'next/navigation';
import { PageHeader } from '@/ui/page-header.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import { HttpForm } from './http-form.tsx';
import { SmtpForm } from './smtp-form.tsx';

const TRAIL = [{ href: '/settings/vendors', label: 'Vendors' }];

/** @param kind which of the two forms to show */
export function NewVendor({ kind }: { kind: 'HTTP' | 'SMTP' }) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const create = trpc.vendors.create.useMutation({
    onSuccess: async ({ name }) => {
      toast.success(`“${name}” was added. Test it before a campaign goes through it.`);
      router.push('/settings/vendors');
      await utils.vendors.list.invalidate();
    },
  });
  const pending = create.isPending || create.isSuccess;
  return kind === 'SMTP' ? (
    <>
      <PageHeader
        title="New mail server"
        description="Carries e-mail campaigns over SMTP. A mail is done once the server took it."
        breadcrumbs={TRAIL}
      />
      <SmtpForm
        vendor={null}
        pending={pending}
        error={create.error}
        onSubmit={(input) => create.mutate(input)}
      />
    </>
  ) : (
    <>
      <PageHeader
        title="New HTTP vendor"
        description="Any service that takes messages as JSON over HTTPS: say what its requests and answers look like."
        breadcrumbs={TRAIL}
      />
      <HttpForm
        vendor={null}
        pending={pending}
        error={create.error}
        onSubmit={(input) => create.mutate(input)}
      />
    </>
  );
}
