'use client';
import { type ReactNode, useMemo } from 'react';
import { trpc } from '@/ui/trpc.tsx';
import { useWorkspace } from '@/ui/use-workspace.ts';
import { RFM_SEGMENTS } from '../../rules/rfm-segments.ts';
import { segmentName } from '../../rules/wording.ts';
import { customerFields } from './builder-rules.ts';
import { type Choice, type Choices, ChoicesContext } from './tree-context.ts';

/** What the workspace has to choose from, for all parts of the page that edit conditions. */
export function ChoicesProvider({ children }: { children: ReactNode }) {
  const known = trpc.customers.knownValues.useQuery(undefined, { staleTime: 300_000 }).data;
  const lists = trpc.audiences.list.useQuery({ limit: 500 }, { staleTime: 60_000 }).data;
  const currency = useWorkspace().data?.currency ?? 'GBP';
  const choices = useMemo((): Choices => {
    const offered = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
    const snapshots = new Map(
      (lists?.items ?? []).filter(isSnapshot).map(({ id, name }): [string, string] => [id, name]),
    );
    const attributes = known?.attributes ?? [];
    const byField = new Map<string, Choice[]>([
      ['country', offered(known?.countries ?? [])],
      ['city', offered(known?.cities ?? [])],
      ['tags', offered(known?.tags ?? [])],
      ['rfm.segment', RFM_SEGMENTS.map((value) => ({ value, label: segmentName(value) }))],
      ...RFM_SCORES.map((field): [string, Choice[]] => [field, offered(['1', '2', '3', '4', '5'])]),
      ['snapshots', [...snapshots].map(([value, label]) => ({ value, label }))],
      ...attributes
        .filter(({ values }) => values && values.length > 0)
        .map(({ key, values = [] }): [string, Choice[]] => [`attributes.${key}`, offered(values)]),
    ]);
    return {
      fields: customerFields(attributes.map(({ key }) => key)),
      attributes: new Map(attributes.map(({ key, type }) => [key, type])),
      valuesOf: (field) => byField.get(field) ?? null,
      snapshots,
      currency,
    };
  }, [known, lists, currency]);
  return <ChoicesContext value={choices}>{children}</ChoicesContext>;
}

const RFM_SCORES = ['rfm.recency', 'rfm.frequency', 'rfm.monetary'];

/** Audiences that hold who was in another one at a moment, for good. */
const isSnapshot = (audience: object): boolean => 'snapshot' in audience && audience.snapshot != null;
