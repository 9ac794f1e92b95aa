'use client';
import { type FormEvent, useState } from 'react';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Textarea } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { DeadLetterChoice } from '../../dead-letters.schema.ts';

/** Gives failed messages up, with a note for whoever asks later. `what` says how many, in words. */
export function DiscardDialog({
  selection,
  what,
  onClose,
  onDone,
}: {
  selection: DeadLetterChoice;
  what: string;
  onClose(): void;
  onDone?: () => void;
}) {
  const [note, setNote] = useState('');
  const utils = trpc.useUtils();
  const discard = trpc.deadLetters.discard.useMutation({
    onSuccess: ({ discarded }) => {
      toast.success(`${plural(discarded, 'message')} discarded`);
      onDone?.();
      onClose();
    },
    onSettled: () => utils.deadLetters.list.invalidate(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    discard.mutate({ ...selection, ...(note.trim() ? { note } : {}) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Discard ${what}?`}
      description="Nobody gets them. In the campaign’s figures they stay what they are: failed. They are kept under “Discarded”, with your note."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Note" optional hint="Why, for whoever looks at this later.">
          <Textarea maxLength={1_000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {discard.isError && <Notice tone="danger">{messageOf(discard.error)}</Notice>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Keep as it is
          </Button>
          <Button type="submit" variant="danger" pending={discard.isPending}>
            Discard {what}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
