'use client';
import type { UseFormReturn } from 'react-hook-form';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { CheckField, FormCard } from './vendor-form-frame.tsx';
import type { HttpValues } from './vendor-form-values.ts';

type PathName = 'resultsPath' | 'idPath' | 'messageIdPath' | 'errorPath' | 'retryablePath';

/** Where in the vendor's answer is what. */
export function HttpAnswerFields({ form, many }: { form: UseFormReturn<HttpValues>; many: boolean }) {
  const { register, watch, formState } = form;
  const path = (name: PathName, label: string, hint: string) => (
    <Field label={label} error={formState.errors[name]?.message} optional hint={hint}>
      <Input autoComplete="off" className="font-mono text-small" {...register(name)} />
    </Field>
  );
  const perMessage = !(many && watch('oneAnswer'));
  return (
    <FormCard
      title="How to read the answer"
      description="A status of 2xx takes the messages; 429 and 5xx are asked again later, other 4xx refuse for good. Names are joined by dots, such as data.id."
    >
      {many && (
        <CheckField
          label="One answer for the whole request"
          hint="The vendor says nothing of single messages."
          input={register('oneAnswer')}
        />
      )}
      {many && perMessage && (
        <>
          {path('resultsPath', 'Where the results stand', 'Such as results. Empty: the answer is the list.')}
          {path(
            'messageIdPath',
            'Our message id in a result',
            'Empty: the results come in the order of the messages.',
          )}
        </>
      )}
      {perMessage && (
        <>
          {path('idPath', 'The vendor’s id', 'Receipts name it. Empty: the vendor has none of its own.')}
          {path('errorPath', 'Why a message was refused', 'When something stands here, it was.')}
          {path('retryablePath', 'Whether to try again', 'When true stands here, the refusal passes.')}
        </>
      )}
      <CheckField
        label="The vendor posts delivery receipts"
        hint="To our webhook, as the API reference says. Without them a message is done once the vendor took it."
        input={register('receipts')}
      />
    </FormCard>
  );
}
