'use client';
import { Notice } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import type { Erasure } from '../privacy.schema.ts';

/** In the place of a customer who was erased. */
export const ErasedNotice = ({ erasure }: { erasure: Erasure }) => (
  <Notice tone="info" title="This customer was erased" className="mb-6">
    <p>
      Everything personal was taken away <Time value={erasure.erasedAt} /> on their request. What is below
      stays without a person, so that the figures of the shop and its campaigns stay as they were.
    </p>
    {erasure.status === 'RUNNING' && (
      <p className="mt-1">The last traces in lists, logs and files are being taken away right now.</p>
    )}
  </Notice>
);
