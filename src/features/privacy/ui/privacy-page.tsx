'use client';
import { ShieldCheck } from 'lucide-react';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState } from '@/ui/states.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { EraseByAddress, LiftErased } from './erase-by-address.tsx';
import { ErasedCard } from './erased-card.tsx';
import { RetentionCard } from './retention-card.tsx';

/** For whoever looks after data protection: erasing people, and how long things are kept. */
export function PrivacyPage() {
  const mayRead = useMay('privacy:read');
  const mayErase = useMay('privacy:write');
  return (
    <>
      <PageHeader
        title="Privacy"
        description="What people may ask for, and how long things are kept. All that is known of one customer is exported on their page."
      />
      {mayRead === false ? (
        <Card>
          <EmptyState icon={ShieldCheck} title="For administrators">
            Only administrators and owners of the workspace look after privacy. Ask one of them when a
            customer wants to know what is kept of them, or to be erased.
          </EmptyState>
        </Card>
      ) : (
        <div className="flex flex-col gap-6">
          {mayErase && <EraseByAddress />}
          <ErasedCard />
          {mayErase && <LiftErased />}
          <RetentionCard />
        </div>
      )}
    </>
  );
}
