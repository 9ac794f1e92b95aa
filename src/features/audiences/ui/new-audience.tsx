'use client';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { Loaded } from '@/ui/loaded.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import type { CustomerFilter } from '../../customers/customer-filter.schema.ts';
import { isReadyMade, readyMadeAudiences } from '../rules/ready-made.ts';
import { rfmSegments } from '../rules/rfm-segments.ts';
import type { RuleGroup } from '../rules.schema.ts';
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

interface Beginning {
  segment?: string;
  ready?: string;
  /** What a list of customers is narrowed down to. */
  filter?: CustomerFilter | undefined;
}

/**
 * Begins with an RFM segment, with one of the ready-made audiences, by their names, or with whom a list of customers shows;
 * else with everyone.
 */
export function NewAudience({ filter, ...named }: Beginning) {
  const listed = trpc.customers.filterRules.useQuery(
    { filter: filter ?? {} },
    { enabled: filter !== undefined, staleTime: Number.POSITIVE_INFINITY },
  );
  return filter === undefined ? (
    <Begin {...named} />
  ) : (
    <Loaded query={listed}>{({ rules }) => <Begin {...named} rules={rules} />}</Loaded>
  );
}

function Begin({ segment = '', ready = '', rules }: Omit<Beginning, 'filter'> & { rules?: RuleGroup }) {
  const initial = useMemo(
    () =>
      rules ? { ...EVERYONE, rules } : isReadyMade(ready) ? readyMadeAudiences[ready] : ofSegment(segment),
    [segment, ready, rules],
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
