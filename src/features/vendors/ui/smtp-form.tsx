'use client';
import { useForm } from 'react-hook-form';
import { Field } from '@/ui/field.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { CreateVendorInput, VendorOf } from '../vendors.schema.ts';
import { SecretField } from './secret-field.tsx';
import { useVendorProblems } from './use-vendor-problems.ts';
import { FormCard, VendorFormFrame } from './vendor-form-frame.tsx';
import { readSmtp, type SmtpValues, smtpValuesOf } from './vendor-form-values.ts';

const USUAL_PORTS = { TLS: '465', STARTTLS: '587', NONE: '25' };

/** A mail server: where it is, how to sign in, and who the mails come from. */
export function SmtpForm({
  vendor,
  pending,
  error,
  onSubmit,
}: {
  vendor: VendorOf<'SMTP'> | null;
  pending: boolean;
  error: unknown;
  onSubmit(input: CreateVendorInput): void;
}) {
  const may = useMay('vendors:write') !== false;
  const form = useForm<SmtpValues>({ defaultValues: smtpValuesOf(vendor) });
  const { register, handleSubmit, watch, setValue, formState } = form;
  const { errors } = formState;
  const { problem, show, clear } = useVendorProblems(form, error, 'This mail server');
  const submit = handleSubmit((values) => {
    clear();
    const result = readSmtp(values);
    if (result.ok) onSubmit(result.input);
    else show(result.problems);
  });
  const security = register('security', {
    onChange: (event: { target: { value: SmtpValues['security'] } }) => {
      const usual: string[] = Object.values(USUAL_PORTS);
      if (usual.includes(form.getValues('port'))) setValue('port', USUAL_PORTS[event.target.value]);
    },
  });
  return (
    <VendorFormFrame onSubmit={submit} disabled={!may} pending={pending} problem={problem}>
      <FormCard title="Mail server">
        <Field label="Name" error={errors.name?.message} className="sm:col-span-2">
          <Input autoComplete="off" placeholder="Newsletter server" {...register('name')} />
        </Field>
        <Field label="Host" error={errors.host?.message}>
          <Input autoComplete="off" placeholder="smtp.example.com" {...register('host')} />
        </Field>
        <Field label="Encryption" error={errors.security?.message}>
          <Select {...security}>
            <option value="STARTTLS">STARTTLS, required</option>
            <option value="TLS">TLS from the start</option>
            <option value="NONE">None, on your own network only</option>
          </Select>
        </Field>
        <Field label="Port" error={errors.port?.message}>
          <Input inputMode="numeric" autoComplete="off" className="tabular-nums" {...register('port')} />
        </Field>
        <Field
          label="Connections at once"
          error={errors.maxConnections?.message}
          hint="Of each worker; kept open between mails."
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            className="tabular-nums"
            {...register('maxConnections')}
          />
        </Field>
        <Field label="User name" error={errors.user?.message} optional>
          <Input autoComplete="off" {...register('user')} />
        </Field>
        <SecretField
          label="Password"
          isSet={vendor?.hasPassword ?? false}
          error={errors.password?.message}
          value={watch('password')}
          onChange={(value) => setValue('password', value, { shouldDirty: true })}
        />
        <Field
          label="Messages a second"
          error={errors.rate?.message}
          optional
          hint="Over all workers. Empty: as many as it takes."
        >
          <Input inputMode="numeric" autoComplete="off" className="tabular-nums" {...register('rate')} />
        </Field>
      </FormCard>
      <FormCard
        title="Sender"
        description="Every mail carries a one-click unsubscribe header. The server should sign for the sender’s domain (SPF, DKIM, DMARC)."
      >
        <Field label="Sender’s name" error={errors.fromName?.message} optional>
          <Input autoComplete="off" placeholder="Sample Shop" {...register('fromName')} />
        </Field>
        <Field label="Sender’s address" error={errors.fromAddress?.message}>
          <Input
            type="email"
            autoComplete="off"
            placeholder="news@example.com"
            {...register('fromAddress')}
          />
        </Field>
        <Field label="Replies go to" error={errors.replyTo?.message} optional>
          <Input type="email" autoComplete="off" {...register('replyTo')} />
        </Field>
      </FormCard>
    </VendorFormFrame>
  );
}
