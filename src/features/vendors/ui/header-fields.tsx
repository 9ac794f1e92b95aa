'use client';
import { Plus, Trash2 } from 'lucide-react';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Checkbox, Input } from '@/ui/input.tsx';
import type { HttpValues } from './vendor-form-values.ts';

/** The headers sent with each request; the values of secret ones are never shown again. */
export function HeaderFields({ form }: { form: UseFormReturn<HttpValues> }) {
  const { register, watch, control, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'headers' });
  const rows = watch('headers');
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-medium text-sm">Headers</legend>
      <p className="text-small text-muted">
        For the vendor’s key, say. NexusFlow adds Content-Type and Idempotency-Key itself.
      </p>
      <ul className="mt-3 flex flex-col gap-4">
        {fields.map((field, i) => {
          const isSet = rows[i]?.isSet ?? false;
          const secret = rows[i]?.secret ?? false;
          const errors = formState.errors.headers?.[i];
          return (
            <li
              key={field.id}
              className="grid grid-cols-1 items-start gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto_auto]"
            >
              <Field label={`Name of header ${i + 1}`} error={errors?.name?.message}>
                <Input
                  autoComplete="off"
                  readOnly={isSet}
                  placeholder="Authorization"
                  {...register(`headers.${i}.name`)}
                />
              </Field>
              <Field label={`Value of header ${i + 1}`} error={errors?.value?.message}>
                <Input
                  type={secret ? 'password' : 'text'}
                  autoComplete={secret ? 'new-password' : 'off'}
                  placeholder={isSet ? 'Set, and not shown. Type to replace' : ''}
                  {...register(`headers.${i}.value`)}
                />
              </Field>
              <div className="flex h-9 items-center gap-2 text-sm sm:mt-[26px]">
                <Checkbox
                  id={`${field.id}-secret`}
                  disabled={isSet}
                  aria-label={`Header ${i + 1} is secret`}
                  {...register(`headers.${i}.secret`)}
                />
                <label htmlFor={`${field.id}-secret`}>Secret</label>
              </div>
              <Button
                variant="ghost"
                size="icon"
                className="sm:mt-[26px]"
                aria-label={`Remove header ${i + 1}`}
                onClick={() => remove(i)}
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          );
        })}
      </ul>
      <Button
        variant="secondary"
        size="sm"
        className="mt-3"
        onClick={() => append({ name: '', value: '', secret: true, isSet: false })}
      >
        <Plus aria-hidden />
        Add a header
      </Button>
    </fieldset>
  );
}
