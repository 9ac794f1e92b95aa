'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { fieldErrorsOf, messageOf } from '@/ui/trpc.tsx';
import type { Customer } from '../customers.schema.ts';
import { AttributeFields } from './attribute-fields.tsx';
import {
  type CustomerFormInput,
  type CustomerFormValues,
  customerFormSchema,
  formOf,
  inputOf,
  noCustomer,
} from './customer-form-values.ts';

const textFields = ['email', 'name', 'phone', 'country', 'city', 'tags'] as const;
const fieldOf = (path: string) => textFields.find((field) => field === path.split('.')[0]);

/** The fields people write. `customer` is given when one is changed. */
export function CustomerForm({
  customer,
  submitLabel,
  pending,
  error,
  onSubmit,
  onCancel,
}: {
  customer?: Customer;
  submitLabel: string;
  pending: boolean;
  error: unknown;
  onSubmit(input: CustomerFormInput): void;
  onCancel(): void;
}) {
  const { register, control, handleSubmit, setError, formState } = useForm<CustomerFormValues>({
    resolver: zodResolver(customerFormSchema),
    defaultValues: customer ? formOf(customer) : noCustomer,
  });
  const { errors } = formState;
  useEffect(() => {
    const found = fieldErrorsOf(error).flatMap(({ path, message }) => {
      const field = fieldOf(path);
      return field ? [{ field, message }] : [];
    });
    for (const [i, { field, message }] of found.entries())
      setError(field, { message }, { shouldFocus: i === 0 });
  }, [error, setError]);
  const unplaced = fieldErrorsOf(error).filter(({ path }) => !fieldOf(path));
  const showNotice = error != null && (unplaced.length > 0 || fieldErrorsOf(error).length === 0);
  return (
    <form onSubmit={handleSubmit((values) => onSubmit(inputOf(values, customer)))} noValidate>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Field label="Email" error={errors.email?.message} className="sm:col-span-2">
          <Input type="email" autoComplete="off" {...register('email')} />
        </Field>
        <Field label="Name" error={errors.name?.message} optional>
          <Input autoComplete="off" {...register('name')} />
        </Field>
        <Field label="Phone" error={errors.phone?.message} optional>
          <Input type="tel" autoComplete="off" {...register('phone')} />
        </Field>
        <Field label="Country" error={errors.country?.message} optional>
          <Input autoComplete="off" {...register('country')} />
        </Field>
        <Field label="City" error={errors.city?.message} optional>
          <Input autoComplete="off" {...register('city')} />
        </Field>
        <Field
          label="Tags"
          error={errors.tags?.message}
          optional
          hint="Separated by commas."
          className="sm:col-span-2"
        >
          <Input autoComplete="off" {...register('tags')} />
        </Field>
      </div>
      <AttributeFields control={control} register={register} errors={errors.attributes} />
      {showNotice && (
        <Notice tone="danger" className="mt-4">
          {messageOf(error)}
        </Notice>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" pending={pending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
