'use client';
import { useForm } from 'react-hook-form';
import { Field } from '@/ui/field.tsx';
import { Input, Select, Textarea } from '@/ui/input.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { messageFields } from '../vendor-settings.schema.ts';
import type { CreateVendorInput, VendorOf } from '../vendors.schema.ts';
import { HeaderFields } from './header-fields.tsx';
import { HttpAnswerFields } from './http-answer-fields.tsx';
import { SecretField } from './secret-field.tsx';
import { useVendorProblems } from './use-vendor-problems.ts';
import { FormCard, VendorFormFrame } from './vendor-form-frame.tsx';
import { type HttpValues, httpValuesOf, readHttp } from './vendor-form-values.ts';

/** A vendor with an HTTP API: where it is, what a request looks like, and how to read the answer. */
export function HttpForm({
  vendor,
  pending,
  error,
  onSubmit,
}: {
  vendor: VendorOf<'HTTP'> | null;
  pending: boolean;
  error: unknown;
  onSubmit(input: CreateVendorInput): void;
}) {
  const may = useMay('vendors:write') !== false;
  const form = useForm<HttpValues>({ defaultValues: httpValuesOf(vendor) });
  const { register, handleSubmit, watch, setValue, formState } = form;
  const { errors } = formState;
  const { problem, show, clear } = useVendorProblems(form, error, 'This vendor');
  const submit = handleSubmit((values) => {
    clear();
    const result = readHttp(values, vendor);
    if (result.ok) onSubmit(result.input);
    else show(result.problems);
  });
  const many = watch('mode') === 'BATCH';
  return (
    <VendorFormFrame onSubmit={submit} disabled={!may} pending={pending} problem={problem}>
      <FormCard title="Where it is">
        <Field label="Name" error={errors.name?.message}>
          <Input autoComplete="off" placeholder="Texts Ltd" {...register('name')} />
        </Field>
        <Field
          label="Messages a second"
          error={errors.rate?.message}
          optional
          hint="Over all workers. Empty: as many as it takes."
        >
          <Input inputMode="numeric" autoComplete="off" className="tabular-nums" {...register('rate')} />
        </Field>
        <Field label="Address" error={errors.url?.message} className="sm:col-span-2">
          <Input
            type="url"
            autoComplete="off"
            placeholder="https://api.example.com/v1/messages"
            {...register('url')}
          />
        </Field>
        <HeaderFields form={form} />
        <div className="sm:col-span-2">
          <SecretField
            label="Signing secret"
            isSet={vendor?.hasSigningSecret ?? false}
            placeholder="whsec_…"
            hint="Signs each request as Standard Webhooks describes, so that the vendor can tell it is ours."
            error={errors.signingSecret?.message}
            value={watch('signingSecret')}
            onChange={(value) => setValue('signingSecret', value, { shouldDirty: true })}
          />
        </div>
      </FormCard>
      <FormCard title="What a request looks like">
        <Field label="Messages per request" error={errors.mode?.message}>
          <Select {...register('mode')}>
            <option value="SINGLE">One</option>
            <option value="BATCH">Many</option>
          </Select>
        </Field>
        {many && (
          <Field label="At most" error={errors.batchSize?.message}>
            <Input
              inputMode="numeric"
              autoComplete="off"
              className="tabular-nums"
              {...register('batchSize')}
            />
          </Field>
        )}
        <Field
          label="One message, as JSON"
          className="sm:col-span-2"
          error={errors.template?.message}
          hint={`In its texts, ${messageFields.map((name) => `{{${name}}}`).join(', ')} stand for the message’s own.`}
        >
          <Textarea rows={8} spellCheck={false} className="font-mono text-small" {...register('template')} />
        </Field>
        {many && (
          <Field
            label="Where the list stands"
            error={errors.itemsPath?.message}
            optional
            hint="Such as messages. Empty: the request is the list itself."
          >
            <Input autoComplete="off" className="font-mono text-small" {...register('itemsPath')} />
          </Field>
        )}
      </FormCard>
      <HttpAnswerFields form={form} many={many} />
    </VendorFormFrame>
  );
}
