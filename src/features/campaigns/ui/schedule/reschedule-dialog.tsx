'use client';
import { type FormEvent, useState } from 'react';
import { formatInZone, fromZonedText, toZonedText } from '@/lib/zoned-time.ts';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { ownTimeZone, ZoneSelect } from './zone-select.tsx';

/** Another time for a scheduled campaign. */
export function RescheduleDialog({ campaign, onClose }: { campaign: Campaign; onClose(): void }) {
  const utils = trpc.useUtils();
  const [timeZone, setTimeZone] = useState(campaign.timeZone ?? ownTimeZone());
  const [text, setText] = useState(() =>
    campaign.scheduledAt && !campaign.missedAt ? toZonedText(campaign.scheduledAt, timeZone) : '',
  );
  const [error, setError] = useState<string>();
  const update = trpc.campaigns.update.useMutation({
    onSuccess: (changed) => {
      utils.campaigns.get.setData({ id: changed.id }, changed);
      if (changed.scheduledAt) toast.success(`Sending begins ${formatInZone(changed.scheduledAt, timeZone)}`);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const moment = fromZonedText(text, timeZone);
    if (!moment) return setError('choose a day and a time');
    if (moment <= new Date()) return setError('this moment has passed; choose a later one');
    setError(undefined);
    update.mutate({ id: campaign.id, scheduledAt: moment.toISOString(), timeZone });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Choose another time"
      description="The audience is evaluated then: whoever fits gets it."
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Send at" error={error}>
          <Input type="datetime-local" value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Field label="Time zone">
          <ZoneSelect
            chosen={timeZone}
            value={timeZone}
            onChange={(event) => setTimeZone(event.target.value)}
          />
        </Field>
        {update.isError && <Notice tone="danger">{messageOf(update.error)}</Notice>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Keep as it is
          </Button>
          <Button type="submit" pending={update.isPending}>
            Reschedule
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
