'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { Notice, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Channel } from '../../campaigns.schema.ts';

const tones = ['Friendly', 'Formal', 'Playful', 'Urgent'];

interface Suggestion {
  subject?: string | undefined;
  body: string;
}

/** Drafts for an objective; choosing one puts it into the form, where it can be changed. */
export function SuggestionsDialog({
  open,
  onOpenChange,
  audienceId,
  channel,
  onChoose,
}: {
  open: boolean;
  onOpenChange(open: boolean): void;
  audienceId: string;
  channel: Channel;
  onChoose(suggestion: Suggestion): void;
}) {
  const [objective, setObjective] = useState('');
  const [tone, setTone] = useState('Friendly');
  const suggest = trpc.ai.suggestMessages.useMutation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog lies inside the campaign's form in React's tree, though not on the page.
    event.stopPropagation();
    suggest.mutate({ objective, tone, channel, ...(audienceId ? { audienceId } : {}) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={channel === 'SMS' ? 'Suggest a text message' : 'Suggest an e-mail'}
      description="Say what the message is for. You choose one of three drafts and change it as you like."
      className="max-w-2xl"
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-[1fr_10rem]">
          <Field
            label="What is it for?"
            hint="Offers, codes and dates are taken from here; none are made up."
          >
            <Input
              required
              minLength={3}
              maxLength={1_000}
              placeholder="Win back who has not ordered for months, 10% off until Sunday"
              value={objective}
              onChange={(event) => setObjective(event.target.value)}
            />
          </Field>
          <Field label="Tone">
            <Select value={tone} onChange={(event) => setTone(event.target.value)}>
              {tones.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          </Field>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <AudienceNote audienceId={audienceId} />
          <Button type="submit" pending={suggest.isPending} className="ml-auto">
            {suggest.data ? 'Suggest again' : 'Suggest'}
          </Button>
        </div>
      </form>
      {suggest.isPending && <SkeletonRows rows={4} />}
      {suggest.isError && (
        <Notice tone="danger" title="No drafts this time" className="mt-4">
          {messageOf(suggest.error)}
        </Notice>
      )}
      {suggest.data && !suggest.isPending && <Drafts {...suggest.data} onChoose={onChoose} />}
    </Dialog>
  );
}

/** Whom the drafts will speak to. */
function AudienceNote({ audienceId }: { audienceId: string }) {
  const audiences = trpc.audiences.list.useQuery({ limit: 500 });
  const name = audiences.data?.items.find(({ id }) => id === audienceId)?.name;
  return (
    <p className="min-w-0 text-small text-muted">
      {name ? (
        <>
          Written to the audience <span className="break-words font-medium text-foreground">{name}</span>
        </>
      ) : (
        'Choose an audience for the campaign first, and the drafts speak to it.'
      )}
    </p>
  );
}

function Drafts({
  suggestions,
  source,
  note,
  onChoose,
}: {
  suggestions: Suggestion[];
  source: 'groq' | 'offline';
  note: string | null;
  onChoose(suggestion: Suggestion): void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Who cannot see them come is taken to them.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="mt-6" aria-labelledby="drafts">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="drafts" ref={heading} tabIndex={-1} className="font-medium text-sm outline-none">
          {suggestions.length} drafts
        </h3>
        <Badge tone={source === 'groq' ? 'accent' : 'neutral'}>
          {source === 'groq' ? 'Written by AI' : 'From the built-in library'}
        </Badge>
      </div>
      {note && (
        <Notice tone="warning" className="mt-2">
          {note}
        </Notice>
      )}
      <ul className="mt-3 flex flex-col gap-3" aria-label="Suggestions">
        {suggestions.map((suggestion, i) => (
          <li key={suggestion.body} className="rounded-lg border border-line p-4">
            {suggestion.subject && (
              <p className="break-words font-semibold">
                <Template text={suggestion.subject} />
              </p>
            )}
            <p className="mt-1 whitespace-pre-wrap break-words text-small text-muted">
              <Template text={suggestion.body} />
            </p>
            <div className="mt-3 flex justify-end">
              <Button
                variant="secondary"
                size="sm"
                aria-label={`Use draft ${i + 1}`}
                onClick={() => onChoose(suggestion)}
              >
                Use this one
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What variables stand for, where their last part does not say it. */
const stands: Record<string, string> = {
  'workspace.name': 'your shop',
  'customer.orderCount': 'number of orders',
  'customer.totalSpend': 'total spend',
  unsubscribe_url: 'unsubscribe link',
};

/** A template with its variables set apart, by what they stand for. */
const Template = ({ text }: { text: string }) =>
  text.split(/(\{\{.*?\}\})/).map((part, i) => {
    const variable = /^\{\{\s*([\w.]+)/.exec(part)?.[1];
    const key = `${i}${part}`;
    return variable ? (
      <code key={key} title={part} className="rounded bg-sunken px-1 py-0.5 text-xs">
        {stands[variable] ?? variable.split('.').at(-1)}
      </code>
    ) : (
      <span key={key}>{part}</span>
    );
  });
