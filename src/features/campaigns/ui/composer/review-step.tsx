'use client';
import { useState } from 'react';
import { Notice } from '@/ui/states.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { PreflightCard } from '../draft/preflight-card.tsx';
import { SavedPreview } from '../draft/saved-preview.tsx';
import { TestSend } from '../draft/test-send.tsx';
import type { DraftProblem, Step } from './draft-values.ts';

/** Who gets it and who does not, the message as it goes out, and one to oneself: of what is saved. */
export function ReviewStep({
  campaign,
  problems,
  isSaved,
  onGo,
}: {
  campaign: Campaign;
  problems: readonly DraftProblem[];
  isSaved: boolean;
  onGo(step: Step): void;
}) {
  const [variant, setVariant] = useState('A');
  return (
    <>
      {problems.length > 0 && (
        <Notice tone="warning" title="Something is missing" className="mb-6">
          <ul className="list-inside list-disc">
            {problems.map((problem) => (
              <li key={`${problem.field}${problem.key}`}>
                <button
                  type="button"
                  className="underline underline-offset-2"
                  onClick={() => onGo(problem.step)}
                >
                  {problem.message}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {!isSaved && problems.length === 0 && (
        <Notice tone="info" className="mb-6">
          This shows the draft as it was last saved.
        </Notice>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <PreflightCard campaignId={campaign.id} />
        <div className="flex min-w-0 flex-col gap-6">
          <SavedPreview campaign={campaign} variant={variant} onVariant={setVariant} />
          <TestSend campaign={campaign} variant={variant} />
        </div>
      </div>
    </>
  );
}
