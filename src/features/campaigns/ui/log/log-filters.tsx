'use client';
import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { messageStatusLabel, skipReasonText } from '@/ui/message-status.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useDebounced } from '@/ui/use-debounced.ts';
import { type Campaign, textKeysOf } from '../../campaigns.schema.ts';
import type { LogReasons, MessageFilter } from '../../log/message-log.schema.ts';
import { messageStatuses } from '../../messages.schema.ts';

const times = [
  { label: 'Changed at any time', minutes: '' },
  { label: 'In the last 5 minutes', minutes: '5' },
  { label: 'In the last hour', minutes: '60' },
  { label: 'In the last 24 hours', minutes: '1440' },
  { label: 'In the last 7 days', minutes: '10080' },
];

interface Choices {
  status: string;
  /** `skip:` or `fail:` and the reason. */
  reason: string;
  variant: string;
  minutes: string;
}
const NOTHING: Choices = { status: '', reason: '', variant: '', minutes: '' };

/** Which messages are shown: by status, reason, variant, time and address, all at once. */
export function LogFilters({
  campaign,
  filter,
  onChange,
}: {
  campaign: Campaign;
  filter: MessageFilter;
  onChange(filter: MessageFilter): void;
}) {
  const [choices, setChoices] = useState(NOTHING);
  const [typed, setTyped] = useState('');
  const address = useDebounced(typed.trim(), 300);
  const { stats, experiment } = campaign;
  const reasons = trpc.campaigns.logReasons.useQuery(
    { id: campaign.id },
    { enabled: stats.skipped + stats.failed + stats.bounced > 0 },
  );
  const apply = (next: Choices, search: string) =>
    onChange(filterOf(next, search, reasons.data ?? { skips: [], failures: [] }));
  const choose = (part: Partial<Choices>) => {
    const next = { ...choices, ...part };
    setChoices(next);
    apply(next, address);
  };
  const latest = useRef(() => apply(choices, address));
  latest.current = () => apply(choices, address);
  const searched = useRef(address);
  useEffect(() => {
    if (searched.current === address) return;
    searched.current = address;
    latest.current();
  }, [address]);
  const variants = textKeysOf(experiment);
  return (
    <fieldset className="grid grid-cols-2 gap-2 border-line border-y px-5 py-3 sm:grid-cols-3 lg:flex lg:flex-wrap">
      <legend className="sr-only">Which messages are shown</legend>
      <Input
        type="search"
        aria-label="Address begins with"
        placeholder="Address begins with …"
        className="col-span-2 sm:col-span-3 lg:w-56"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Select
        aria-label="Show messages with status"
        className="lg:w-44"
        value={choices.status}
        onChange={(event) => choose({ status: event.target.value })}
      >
        <option value="">Any status</option>
        {messageStatuses.map((name) => (
          <option key={name} value={name}>
            {messageStatusLabel(name)}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Show messages with reason"
        className="lg:w-52"
        value={choices.reason}
        onChange={(event) => choose({ reason: event.target.value })}
      >
        <option value="">Any reason</option>
        <Reasons reasons={reasons.data} />
      </Select>
      {variants.length > 0 && (
        <Select
          aria-label="Show messages of variant"
          className="lg:w-36"
          value={choices.variant}
          onChange={(event) => choose({ variant: event.target.value })}
        >
          <option value="">Any variant</option>
          {variants.map((key) => (
            <option key={key} value={key}>
              Variant {key}
            </option>
          ))}
        </Select>
      )}
      <Select
        aria-label="Show messages changed"
        className="lg:w-52"
        value={choices.minutes}
        onChange={(event) => choose({ minutes: event.target.value })}
      >
        {times.map(({ label, minutes }) => (
          <option key={minutes} value={minutes}>
            {label}
          </option>
        ))}
      </Select>
      {Object.keys(filter).length > 0 && (
        <Button
          variant="ghost"
          onClick={() => {
            setChoices(NOTHING);
            setTyped('');
            searched.current = '';
            onChange({});
          }}
        >
          Show all
        </Button>
      )}
    </fieldset>
  );
}

const Reasons = ({ reasons }: { reasons: LogReasons | undefined }) => (
  <>
    {reasons && reasons.skips.length > 0 && (
      <optgroup label="Skipped">
        {reasons.skips.map(({ reason, count }) => (
          <option key={reason} value={`skip:${reason}`}>
            {skipReasonText(reason, null)} ({formatNumber(count)})
          </option>
        ))}
      </optgroup>
    )}
    {reasons && reasons.failures.length > 0 && (
      <optgroup label="Failed or came back">
        {reasons.failures.map(({ reason, count }) => (
          <option key={reason} value={`fail:${reason}`}>
            {reason} ({formatNumber(count)})
          </option>
        ))}
      </optgroup>
    )}
  </>
);

function filterOf(choices: Choices, address: string, reasons: LogReasons): MessageFilter {
  const status = messageStatuses.find((name) => name === choices.status);
  const skip = reasons.skips.find(({ reason }) => `skip:${reason}` === choices.reason);
  const failure = reasons.failures.find(({ reason }) => `fail:${reason}` === choices.reason);
  return {
    ...(status ? { status } : {}),
    ...(skip ? { skipReason: skip.reason } : {}),
    ...(failure ? { failureReason: failure.reason } : {}),
    ...(choices.variant ? { variant: choices.variant } : {}),
    ...(choices.minutes ? { changedFrom: new Date(Date.now() - Number(choices.minutes) * 60_000) } : {}),
    ...(address ? { address } : {}),
  };
}
