'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import Link from 'next/link';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { fieldErrorsOf, messageOf, trpc } from '@/ui/trpc.tsx';
import { ZoneSelect } from '../schedule/zone-select.tsx';
import { type CampaignFormValues, campaignFormSchema, toCampaignInput } from './form-values.ts';
import { MessageFields } from './message-fields.tsx';
import { MessagePreview } from './message-preview.tsx';

/** Where the server's field errors belong in the form. */
const formFieldOf: Record<string, keyof CampaignFormValues> = {
  name: 'name',
  audienceId: 'audienceId',
  vendorId: 'vendorId',
  'template.subject': 'subject',
  'template.body': 'body',
  scheduledAt: 'scheduledAt',
  timeZone: 'timeZone',
};

/** Everything a draft has, with the message as a customer will see it beside it. */
export function CampaignForm({
  initial,
  submitLabel,
  pending,
  error,
  onSubmit,
}: {
  initial: CampaignFormValues;
  submitLabel: string;
  pending: boolean;
  error: unknown;
  onSubmit(input: ReturnType<typeof toCampaignInput>): void;
}) {
  const form = useForm<CampaignFormValues>({
    resolver: zodResolver(campaignFormSchema),
    defaultValues: initial,
  });
  const { register, handleSubmit, setError, watch, formState } = form;
  const { errors } = formState;
  useEffect(() => {
    for (const { path, message } of fieldErrorsOf(error)) {
      const field = formFieldOf[path];
      if (field) setError(field, { message });
    }
  }, [error, setError]);
  const values = watch();
  return (
    <form onSubmit={handleSubmit((v) => onSubmit(toCampaignInput(v)))} noValidate>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="flex flex-col gap-6">
          <Card>
            <CardHeader title="Who and how" />
            <CardBody className="grid gap-4 sm:grid-cols-2">
              <Field label="Campaign name" error={errors.name?.message} className="sm:col-span-2">
                <Input autoComplete="off" placeholder="Spring sale, week 1" {...register('name')} />
              </Field>
              <AudienceField error={errors.audienceId?.message} control={register('audienceId')} />
              <Field label="Channel" error={errors.channel?.message}>
                <Select {...register('channel')}>
                  <option value="EMAIL">Email</option>
                  <option value="SMS">Text message</option>
                </Select>
              </Field>
              <VendorField error={errors.vendorId?.message} control={register('vendorId')} />
              <Field
                label="Send"
                error={errors.scheduledAt?.message}
                optional
                hint="Empty: as soon as you launch it."
              >
                <Input type="datetime-local" {...register('scheduledAt')} />
              </Field>
              <Field label="Time zone" error={errors.timeZone?.message} hint="Whose clocks that time is by.">
                <ZoneSelect chosen={values.timeZone} {...register('timeZone')} />
              </Field>
            </CardBody>
          </Card>
          <MessageFields form={form} audienceId={values.audienceId} />
        </div>
        <div className="lg:sticky lg:top-6">
          <MessagePreview
            audienceId={values.audienceId}
            channel={values.channel}
            subject={values.subject}
            body={values.body}
          />
        </div>
      </div>
      {error != null && (
        <Notice tone="danger" className="mt-6">
          {messageOf(error)}
        </Notice>
      )}
      <div className="mt-6 flex justify-end gap-2">
        <Button asChild variant="ghost">
          <Link href="/campaigns">Discard</Link>
        </Button>
        <Button type="submit" pending={pending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

type Register = ReturnType<ReturnType<typeof useForm<CampaignFormValues>>['register']>;

function AudienceField({ error, control }: { error: string | undefined; control: Register }) {
  const audiences = trpc.audiences.list.useQuery({ limit: 500 });
  const items = audiences.data?.items ?? [];
  return (
    <Field
      label="Audience"
      error={error}
      hint={
        audiences.data && items.length === 0 ? (
          <>
            There is none yet.{' '}
            <Link href="/audiences/new" className="font-medium text-accent-text hover:underline">
              Build one
            </Link>
          </>
        ) : (
          'Evaluated at launch: whoever fits then gets it.'
        )
      }
    >
      {/* The key makes the browser choose again once the options are there. */}
      <Select key={items.length} {...control}>
        <option value="">{audiences.isPending ? 'Loading …' : 'Choose an audience'}</option>
        {items.map((audience) => (
          <option key={audience.id} value={audience.id}>
            {audience.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function VendorField({ error, control }: { error: string | undefined; control: Register }) {
  const vendors = trpc.vendors.list.useQuery();
  return (
    <Field label="Vendor" error={error} hint="Who carries the messages." className="sm:col-span-2">
      <Select key={vendors.data?.length ?? 0} {...control}>
        <option value="">Vendor simulator (default)</option>
        {vendors.data
          ?.filter((vendor) => vendor.kind !== 'SIMULATOR')
          .map((vendor) => (
            <option key={vendor.id} value={vendor.id}>
              {vendor.name}
            </option>
          ))}
      </Select>
    </Field>
  );
}
