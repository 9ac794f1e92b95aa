'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type RfmSegment, rfmSegments } from '@/features/audiences/rules/rfm-segments.ts';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';

/** Begins a campaign to a segment: to the audience that is it already, or to a new one. */
export function useWriteToSegment(): { to(segment: RfmSegment): void; pending: RfmSegment | null } {
  const router = useRouter();
  const utils = trpc.useUtils();
  const [pending, setPending] = useState<RfmSegment | null>(null);
  const audienceOf = async (segment: RfmSegment): Promise<string> => {
    const rules = {
      combinator: 'and' as const,
      rules: [{ field: 'rfm.segment', operator: '=', value: segment }],
    };
    const { items } = await utils.audiences.list.fetch({ limit: 500 });
    const same = items.find((audience) => JSON.stringify(audience.rules) === JSON.stringify(rules));
    if (same) return same.id;
    const words = rfmSegments.find(({ name }) => name === segment);
    const created = await utils.client.audiences.create.mutate({
      name: words?.label ?? segment,
      description: words?.meaning ?? null,
      rules,
    });
    await utils.audiences.list.invalidate();
    return created.id;
  };
  const to = async (segment: RfmSegment): Promise<void> => {
    setPending(segment);
    try {
      router.push(`/campaigns/new?audienceId=${await audienceOf(segment)}`);
    } catch (error) {
      toast.error(messageOf(error));
    } finally {
      setPending(null);
    }
  };
  return { to: (segment) => void to(segment), pending };
}
