'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { Plus, X } from 'lucide-react';
import { useEffect } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { fieldErrorsOf, messageOf } from '@/ui/trpc.tsx';
import { type Customer, createCustomerInput } from '../customers.schema.ts';

const text = z.string();
const formSchema = z.object({
  email: createCustomerInput.shape.email,
  name: text.max(200, 'may have at most 200 characters'),
  phone: text.max(50, 'may have at most 50 characters'),
  country: text.max(100, 'may have at most 100 characters'),
  city: text.max(100, 'may have at most 100 characters'),
  tags: text,
  attributes: z.array(z.object({ key: text.trim(), value: text })),
});
type FormValues = z.input<typeof formSchema>;

const NEW: FormValues = { email: '', name: '', phone: '', country: '', city: '', tags: '', attributes: [] };

const formOf = (customer: Customer): FormValues => ({
  email: customer.email,
  name: customer.name ?? '',
  phone: customer.phone ?? '',
  country: customer.country ?? '',
  city: customer.city ?? '',
  tags: customer.tags.join(', '),
  attributes: Object.entries(customer.attributes).map(([key, value]) => ({ key, value: String(value) })),
});

/** What the form's texts mean; an attribute that was taken out is sent empty, which deletes it. */
function inputOf({ tags, attributes, ...fields }: FormValues, before: Customer | undefined) {
  const removed = Object.keys(before?.attributes ?? {}).map((key) => [key, '']);
  const kept = attributes
    .filter(({ key }) => key.trim() !== '')
    .map(({ key, value }) => {
      const known = before?.attributes[key.trim()];
      return [key.trim(), known !== undefined && String(known) === value ? known : value];
    });
  return {
    ...fields,
    tags: tags
      .split(/[,;]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
    attributes: Object.fromEntries([...removed, ...kept]) as Record<string, string | number | boolean>,
  };
}
export type CustomerFormInput = ReturnType<typeof inputOf>;

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
  const { register, control, handleSubmit, setError, formState } = useForm<FormValues>({
    resolver: zodResolver(formSchema),
    defaultValues: customer ? formOf(customer) : NEW,
  });
  const { fields, append, remove } = useFieldArray({ control, name: 'attributes' });
  const { errors } = formState;
  useEffect(() => {
    for (const { path, message } of fieldErrorsOf(error)) {
      const [field] = path.split('.');
      if (field === 'email' || field === 'name' || field === 'phone' || field === 'tags')
        setError(field, { message });
    }
  }, [error, setError]);
  return (
    <form onSubmit={handleSubmit((values) => onSubmit(inputOf(values, customer)))} noValidate>
      <div className="grid gap-4 sm:grid-cols-2">
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
      <fieldset className="mt-5">
        <legend className="font-medium text-sm">
          Attributes<span className="ml-1.5 font-normal text-muted">optional</span>
        </legend>
        <div className="mt-2 flex flex-col gap-2">
          {fields.map((field, i) => (
            <div key={field.id} className="flex items-center gap-2">
              <Input aria-label="Attribute name" placeholder="Name" {...register(`attributes.${i}.key`)} />
              <Input
                aria-label="Attribute value"
                placeholder="Value"
                {...register(`attributes.${i}.value`)}
              />
              <Button
                variant="ghost"
                size="icon"
                aria-label="Remove this attribute"
                onClick={() => remove(i)}
              >
                <X aria-hidden />
              </Button>
            </div>
          ))}
          <Button
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
      {error != null && (
        <Notice tone="danger" className="mt-4">
          {messageOf(error)}
          {fieldErrorsOf(error).map(({ path, message }) => (
            <p key={path}>
              {path}: {message}
            </p>
          ))}
        </Notice>
      )}
      <div className="mt-6 flex justify-end gap-2">
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
