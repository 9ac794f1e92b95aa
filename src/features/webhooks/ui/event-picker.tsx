'use client';
import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/ui/button.tsx';
import { Checkbox } from '@/ui/input.tsx';
import { type WebhookEventType, webhookEventTypes } from '../webhook-events.schema.ts';
import { eventGroups } from './event-groups.ts';

/** Which events an address is told of. */
export function EventPicker({
  value,
  onChange,
  error,
}: {
  value: readonly WebhookEventType[];
  onChange(events: WebhookEventType[]): void;
  error: string | undefined;
}) {
  const id = useId();
  const all = value.length === webhookEventTypes.length;
  const toggle = (type: WebhookEventType) =>
    onChange(value.includes(type) ? value.filter((one) => one !== type) : [...value, type]);
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="font-medium text-sm">Events</legend>
      <div className="mt-1 flex items-center justify-between gap-3">
        <p className="text-small text-muted tabular-nums">
          {value.length} of {webhookEventTypes.length} chosen
        </p>
        <Button variant="ghost" size="sm" onClick={() => onChange(all ? [] : [...webhookEventTypes])}>
          {all ? 'Choose none' : 'Choose all'}
        </Button>
      </div>
      <div className="mt-1 max-h-80 divide-y divide-line overflow-y-auto rounded-lg border border-line">
        {eventGroups.map(({ area, events }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset within one adds nothing a group does not say
          <div key={area} role="group" aria-label={area} className="px-3 py-2.5">
            <p className="font-medium text-small" aria-hidden>
              {area}
            </p>
            <div className="mt-1.5 flex flex-col gap-1.5">
              {events.map(({ type, summary }) => (
                <label key={type} htmlFor={`${id}-${type}`} className="flex items-start gap-2.5 text-sm">
                  <Checkbox
                    id={`${id}-${type}`}
                    className="mt-0.5"
                    checked={value.includes(type)}
                    onChange={() => toggle(type)}
                  />
                  <span className="min-w-0">
                    <span className="font-mono text-small">{type}</span>
                    <span className="block text-small text-muted">{summary}</span>
                  </span>
                </label>
              ))}
            </div>
          </div>
        ))}
      </div>
      {error && (
        <p
          id={`${id}-error`}
          role="alert"
          className="mt-2 flex items-center gap-1.5 text-small text-danger-text"
        >
          <CircleAlert className="size-3.5 shrink-0" aria-hidden />
          Choose at least one event
        </p>
      )}
    </fieldset>
  );
}
