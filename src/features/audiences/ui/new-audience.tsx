'use client';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { PageHeader } from '@/ui/page-header.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import { isReadyMade, readyMadeAudiences } from '../rules/ready-made.ts';
import { rfmSegments } from '../rules/rfm-segments.ts';
import { AudienceForm, type AudienceValues } from './audience-form.tsx';

const EVERYONE: AudienceValues = { name: '', description: '', rules: { combinator: 'and', rules: [] } };

/** Those of an RFM segment, which the page of segments leads here for. */
function ofSegment(segment: string): AudienceValues {
  const known = rfmSegments.find(({ name }) => name === segment);
  return known
    ? {
        name: known.label,
        description: known.meaning,
        rules: { combinator: 'and', rules: [{ field: 'rfm.segment', operator: '=', value: known.name }] },
      }
    : EVERYONE;
}

/** Begins with an RFM segment, or with one of the ready-made audiences, by their names; else with everyone. */
export function NewAudience({ segment = '', ready = '' }: { segment?: string; ready?: string }) {
  const initial = useMemo(
    () => (isReadyMade(ready) ? readyMadeAudiences[ready] : ofSegment(segment)),
    [segment, ready],
  );
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
        breadcrumbs={[{ href: '/audiences', label: 'Audiences' }]}
      />
      <AudienceForm
        initial={initial}
        submitLabel="Save audience"
        pending={create.isPending || create.isSuccess}
        error={create.error}
        onSubmit={({ rules, ...values }) => create.mutate({ ...values, rules: { ...rules } })}
      />
    </>
  );
}
