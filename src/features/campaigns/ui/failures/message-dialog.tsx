'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input, Textarea } from '@/ui/input.tsx';
import { skipReasonText } from '@/ui/message-status.tsx';
import { ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { fieldErrorsOf, messageOf, trpc } from '@/ui/trpc.tsx';
import type { DeadLetterDetail } from '../../dead-letters.schema.ts';
import { FailureHistory } from './failure-history.tsx';
import { useRetry } from './use-retry.ts';

/** One failed message: what happened to it and, when `editable`, its address and text to correct before it goes again. */
export function MessageDialog({ id, editable, onClose }: { id: string; editable: boolean; onClose(): void }) {
  const letter = trpc.deadLetters.get.useQuery({ id }, { refetchOnWindowFocus: false });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={editable ? 'Edit and retry' : 'What happened'}
      description={
        editable
          ? 'Only this message changes, and the text is sent as it stands here. The customer and the campaign stay as they are.'
          : undefined
      }
      className="max-w-xl"
    >
      {letter.isError && (
        <ErrorState message={messageOf(letter.error)} onRetry={() => void letter.refetch()} />
      )}
      {letter.isPending && <SkeletonRows rows={4} />}
      {letter.data && (
        <div className="flex flex-col gap-6">
          {editable && <EditForm key={letter.data.id} letter={letter.data} onClose={onClose} />}
          <section aria-labelledby="failure-history">
            <h3 id="failure-history" className="mb-2 font-medium text-sm">
              History
            </h3>
            <FailureHistory history={letter.data.history} />
          </section>
        </div>
      )}
    </Dialog>
  );
}

function EditForm({ letter, onClose }: { letter: DeadLetterDetail; onClose(): void }) {
  const { message, channel, problem } = letter;
  const [values, setValues] = useState(message);
  const retry = useRetry(onClose);
  const email = channel === 'EMAIL';
  const errors = new Map(fieldErrorsOf(retry.error).map((e) => [e.path, e.message]));
  const bind = (part: keyof typeof values) => ({
    value: values[part],
    onChange: (event: { target: { value: string } }) =>
      setValues((old) => ({ ...old, [part]: event.target.value })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What is left as it was keeps following the customer and the campaign.
    const changed = Object.entries(values).filter(
      ([part, value]) => value !== message[part as keyof typeof message],
    );
    retry.mutate({ ids: [letter.id], ...Object.fromEntries(changed) });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {problem && (
        <Notice tone="warning" title="As it is, it would be skipped">
          {skipReasonText(problem.reason, problem.detail)}
        </Notice>
      )}
      <Field label={email ? 'To (email address)' : 'To (telephone number)'} error={errors.get('to')}>
        <Input type={email ? 'email' : 'tel'} maxLength={320} {...bind('to')} />
      </Field>
      {email && (
        <Field label="Subject" error={errors.get('subject')}>
          <Input maxLength={500} {...bind('subject')} />
        </Field>
      )}
      <Field label="Text" error={errors.get('body')}>
        <Textarea rows={7} maxLength={100_000} {...bind('body')} />
      </Field>
      {retry.isError && errors.size === 0 && <Notice tone="danger">{messageOf(retry.error)}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={onClose}>
          Keep as it is
        </Button>
        <Button type="submit" pending={retry.isPending}>
          Retry this message
        </Button>
      </div>
    </form>
  );
}
