'use client';
import { CircleAlert, Plus, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { type Control, type FieldErrors, type UseFormRegister, useFieldArray } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Input } from '@/ui/input.tsx';
import type { CustomerFormValues } from './customer-form-values.ts';

/** Names and values of one's own, as many rows as one likes. */
export function AttributeFields({
  control,
  register,
  errors,
}: {
  control: Control<CustomerFormValues>;
  register: UseFormRegister<CustomerFormValues>;
  errors: FieldErrors<CustomerFormValues>['attributes'];
}) {
  const id = useId();
  const addButton = useRef<HTMLButtonElement>(null);
  const { fields, append, remove } = useFieldArray({ control, name: 'attributes' });
  return (
    <fieldset className="mt-5">
      <legend className="font-medium text-sm">
        Attributes<span className="ml-1.5 font-normal text-muted">optional</span>
      </legend>
      <p className="mt-1 text-small text-muted">
        Anything else worth knowing, such as size or birthday. Audiences can be built with them.
      </p>
      <div className="mt-2 flex flex-col gap-2">
        {fields.map((field, i) => {
          const error = errors?.[i]?.key?.message ?? errors?.[i]?.value?.message;
          const described = error ? { 'aria-describedby': `${id}-${i}` } : {};
          return (
            <div key={field.id}>
              <div className="flex items-center gap-2">
                <Input
                  aria-label="Attribute name"
                  placeholder="Name"
                  aria-invalid={errors?.[i]?.key ? true : undefined}
                  {...described}
                  {...register(`attributes.${i}.key`)}
                />
                <Input
                  aria-label="Attribute value"
                  placeholder="Value"
                  aria-invalid={errors?.[i]?.value ? true : undefined}
                  {...described}
                  {...register(`attributes.${i}.value`)}
                />
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label="Remove this attribute"
                  onClick={() => {
                    remove(i);
                    addButton.current?.focus();
                  }}
                >
                  <X aria-hidden />
                </Button>
              </div>
              {error && (
                <p
                  id={`${id}-${i}`}
                  role="alert"
                  className="mt-1 flex items-start gap-1.5 text-small text-danger-text"
                >
                  <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
                  {error.charAt(0).toUpperCase() + error.slice(1)}
                </p>
              )}
            </div>
          );
        })}
        <Button
          ref={addButton}
          variant="ghost"
          size="sm"
          className="self-start"
          onClick={() => append({ key: '', value: '' })}
        >
          <Plus aria-hidden />
          Add an attribute
        </Button>
      </div>
    </fieldset>
  );
}
