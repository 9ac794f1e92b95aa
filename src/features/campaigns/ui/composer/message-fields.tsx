'use client';
import { Sparkles } from 'lucide-react';
import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { toast } from 'sonner';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input, Textarea } from '@/ui/input.tsx';
import type { CampaignFormValues } from './form-values.ts';
import { SuggestionsDialog } from './suggestions-dialog.tsx';

/** What a template may speak of, as it is offered to click. */
const variables = [
  { label: 'Name', text: '{{ customer.name }}' },
  { label: 'Name or “there”', text: '{{ customer.name | default: "there" }}' },
  { label: 'City', text: '{{ customer.city }}' },
  { label: 'Total spend', text: '{{ customer.totalSpend | money }}' },
  { label: 'Number of orders', text: '{{ customer.orderCount }}' },
  { label: 'Last order', text: '{{ customer.lastOrderAt | date: "%-d %B %Y" }}' },
  { label: 'Shop', text: '{{ workspace.name }}' },
  { label: 'Unsubscribe link', text: '{{ unsubscribe_url }}' },
];

/** Subject and text, with the variables to click in and drafts to choose from. */
export function MessageFields({
  form,
  audienceId,
}: {
  form: UseFormReturn<CampaignFormValues>;
  audienceId: string;
}) {
  const [suggesting, setSuggesting] = useState(false);
  const textarea = useRef<HTMLTextAreaElement | null>(null);
  const { register, setValue, getValues, formState, watch } = form;
  const { errors } = formState;
  const body = register('body');
  const insert = (text: string) => {
    const element = textarea.current;
    const value = getValues('body');
    const [from, to] = element
      ? [element.selectionStart, element.selectionEnd]
      : [value.length, value.length];
    setValue('body', value.slice(0, from) + text + value.slice(to), { shouldDirty: true });
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(from + text.length, from + text.length);
    });
  };
  return (
    <Card>
      <CardHeader
        title="Message"
        description="Liquid: {{ variables }}, filters and conditions."
        actions={
          <Button variant="secondary" size="sm" onClick={() => setSuggesting(true)}>
            <Sparkles aria-hidden />
            Suggest a message
          </Button>
        }
      />
      <CardBody className="flex flex-col gap-4">
        {watch('channel') === 'EMAIL' && (
          <Field label="Subject" error={errors.subject?.message}>
            <Input autoComplete="off" {...register('subject')} />
          </Field>
        )}
        <Field
          label="Text"
          error={errors.body?.message}
          hint="A variable without a value skips that customer, so nobody gets a blank. Give a default to reach them too."
        >
          <Textarea
            rows={12}
            spellCheck
            className="font-mono text-[13px]"
            {...body}
            ref={(element) => {
              body.ref(element);
              textarea.current = element;
            }}
          />
        </Field>
        <fieldset>
          <legend className="mb-1.5 text-[13px] text-muted">Insert at the cursor</legend>
          <div className="flex flex-wrap gap-1.5">
            {variables.map(({ label, text }) => (
              <button
                key={label}
                type="button"
                title={text}
                onClick={() => insert(text)}
                className="rounded-full border border-line bg-surface px-2.5 py-1 text-xs hover:bg-sunken"
              >
                {label}
              </button>
            ))}
          </div>
        </fieldset>
      </CardBody>
      <SuggestionsDialog
        open={suggesting}
        onOpenChange={setSuggesting}
        audienceId={audienceId}
        channel={watch('channel')}
        onChoose={(suggestion) => {
          const before = { subject: getValues('subject'), body: getValues('body') };
          const put = (message: { subject?: string | undefined; body: string }) => {
            if (message.subject !== undefined)
              setValue('subject', message.subject, { shouldDirty: true, shouldValidate: true });
            setValue('body', message.body, { shouldDirty: true, shouldValidate: true });
          };
          put(suggestion);
          setSuggesting(false);
          toast('The draft is in place of your text.', {
            action: { label: 'Undo', onClick: () => put(before) },
          });
        }}
      />
    </Card>
  );
}
