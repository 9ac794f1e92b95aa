'use client';
import { type FormEvent, useState } from 'react';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';

const tones = ['Friendly', 'Short and plain', 'Festive', 'Urgent'];

/** Drafts for an objective; choosing one puts it into the form, where it can be changed. */
export function SuggestionsDialog({
  open,
  onOpenChange,
  audienceId,
  onChoose,
}: {
  open: boolean;
  onOpenChange(open: boolean): void;
  audienceId: string;
  onChoose(suggestion: { subject?: string | undefined; body: string }): void;
}) {
  const [objective, setObjective] = useState('');
  const [tone, setTone] = useState('');
  const suggest = trpc.ai.suggestMessages.useMutation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog lies inside the campaign's form in React's tree, though not on the page.
    event.stopPropagation();
    suggest.mutate({
      objective,
      ...(audienceId ? { audienceId } : {}),
      ...(tone ? { tone } : {}),
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Suggest a message"
      description="Say what the message is for. You choose a draft and change it as you like."
      className="max-w-xl"
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label="What is it for?">
          <Input
            required
            minLength={3}
            maxLength={1_000}
            placeholder="Win back people who have not ordered for half a year, 10% off"
            value={objective}
            onChange={(event) => setObjective(event.target.value)}
          />
        </Field>
        <Field label="Tone" optional>
          <Select value={tone} onChange={(event) => setTone(event.target.value)}>
            <option value="">Any</option>
            {tones.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
        <div className="flex justify-end">
          <Button type="submit" pending={suggest.isPending}>
            {suggest.data ? 'Suggest again' : 'Suggest'}
          </Button>
        </div>
      </form>
      {suggest.isError && (
        <Notice tone="danger" className="mt-4">
          {messageOf(suggest.error)}
        </Notice>
      )}
      {suggest.data && (
        <ul className="mt-5 flex flex-col gap-3" aria-label="Suggestions">
          {suggest.data.suggestions.map((suggestion) => (
            <li key={`${suggestion.subject}${suggestion.body}`} className="rounded-lg border border-line p-4">
              {suggestion.subject && <p className="font-semibold">{suggestion.subject}</p>}
              <p className="mt-1 whitespace-pre-wrap text-[13px] text-muted">{suggestion.body}</p>
              <div className="mt-3 flex items-center justify-between">
                <Badge tone={suggest.data.source === 'groq' ? 'accent' : 'neutral'}>
                  {suggest.data.source === 'groq' ? 'Written by AI' : 'From templates, no AI'}
                </Badge>
                <Button variant="secondary" size="sm" onClick={() => onChoose(suggestion)}>
                  Use this one
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
