'use client';
import { useState } from 'react';
import { Select } from '@/ui/input.tsx';
import { type Campaign, FIRST_VARIANT, textKeysOf } from '../../campaigns.schema.ts';
import { MessagePreview } from '../composer/message-preview.tsx';

/** The saved message as a chosen customer gets it; of several texts the chosen one. */
export function SavedPreview({
  campaign: { audienceId, channel, template, experiment },
  variant: asked,
  onVariant,
}: {
  campaign: Campaign;
  variant?: string;
  onVariant?(key: string): void;
}) {
  const [own, setOwn] = useState<string>(FIRST_VARIANT);
  const variant = asked ?? own;
  const keys = textKeysOf(experiment);
  const shown = experiment?.variants.find(({ key }) => key === variant)?.template ?? template;
  return (
    <MessagePreview
      audienceId={audienceId}
      channel={channel}
      subject={shown.subject ?? ''}
      body={shown.body}
      {...(keys.length > 0
        ? {
            actions: (
              <Select
                aria-label="Which text"
                className="w-28"
                value={variant}
                onChange={(event) => (onVariant ?? setOwn)(event.target.value)}
              >
                {keys.map((key) => (
                  <option key={key} value={key}>
                    Text {key}
                  </option>
                ))}
              </Select>
            ),
          }
        : {})}
    />
  );
}
