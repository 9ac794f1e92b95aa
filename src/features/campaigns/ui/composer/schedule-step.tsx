'use client';
import { formatInZone, fromZonedText, toZonedText } from '@/lib/zoned-time.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { LaunchButton } from '../draft/launch-button.tsx';
import { ZoneSelect } from '../schedule/zone-select.tsx';
import type { DraftValues } from './draft-values.ts';

const DAY_MS = 86_400_000;

/** When it goes out: as soon as it is launched, or at a time; and the way to launch it. */
export function ScheduleStep({
  campaign,
  values: { scheduledAt, timeZone },
  error,
  isReady,
  onChange,
}: {
  campaign: Campaign;
  values: Pick<DraftValues, 'scheduledAt' | 'timeZone'>;
  error: string | undefined;
  /** Everything is there and saved. */
  isReady: boolean;
  onChange(change: Partial<Pick<DraftValues, 'scheduledAt' | 'timeZone'>>): void;
}) {
  const moment = scheduledAt ? fromZonedText(scheduledAt, timeZone) : null;
  const tomorrow = () => `${toZonedText(new Date(Date.now() + DAY_MS), timeZone).slice(0, 10)}T09:00`;
  return (
    <Card className="max-w-2xl">
      <CardHeader
        title="When"
        description="The audience is evaluated when it is sent: whoever fits then gets it."
      />
      <CardBody className="flex flex-col gap-5">
        <fieldset className="flex flex-col gap-2">
          <legend className="sr-only">When to send</legend>
          <Choice
            label="As soon as I launch it"
            checked={scheduledAt === ''}
            onChoose={() => onChange({ scheduledAt: '' })}
          />
          <Choice
            label="At a time I choose"
            checked={scheduledAt !== ''}
            onChoose={() => onChange({ scheduledAt: tomorrow() })}
          />
        </fieldset>
        {scheduledAt !== '' && (
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            <Field label="Send" error={error}>
              <Input
                type="datetime-local"
                required
                value={scheduledAt}
                onChange={(event) => event.target.value && onChange({ scheduledAt: event.target.value })}
              />
            </Field>
            <Field label="Time zone" hint="Whose clocks that time is by.">
              <ZoneSelect
                chosen={timeZone}
                value={timeZone}
                onChange={(event) => onChange({ timeZone: event.target.value })}
              />
            </Field>
          </div>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-4">
          <p className="min-w-0 text-muted text-small">
            {moment && !error
              ? `It goes out on ${formatInZone(moment, timeZone)}.`
              : 'Nothing is sent until you confirm how many people it goes to.'}
          </p>
          <LaunchButton campaign={campaign} disabled={!isReady} />
        </div>
      </CardBody>
    </Card>
  );
}

const Choice = ({ label, checked, onChoose }: { label: string; checked: boolean; onChoose(): void }) => (
  <label className="flex cursor-pointer items-center gap-3 rounded-lg border border-line px-4 py-3 text-sm transition-colors has-[:checked]:border-accent has-[:checked]:bg-accent-soft">
    <input type="radio" name="when" checked={checked} onChange={onChoose} className="accent-accent" />
    {label}
  </label>
);
