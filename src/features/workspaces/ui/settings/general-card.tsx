'use client';
import { useFormContext } from 'react-hook-form';
import { timeZoneNames } from '@/lib/time-zone.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { SearchSelect } from '@/ui/search-select.tsx';
import { currencyCodes } from '../../workspaces.schema.ts';
import type { WorkspaceFormValues } from './workspace-values.ts';

const currencyNames = new Intl.DisplayNames('en-GB', { type: 'currency' });
const currencies = currencyCodes().map((code) => ({
  value: code,
  label: `${code} – ${currencyNames.of(code) ?? code}`,
}));
const zones = timeZoneNames().map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));

/** What a zone's clocks show now: easier to check than a difference from Greenwich. */
const clockIn = (timeZone: string): string =>
  new Date().toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });

/** Who the workspace is, and what its amounts and times are meant in. */
export function GeneralCard() {
  const { register, watch, setValue, formState } = useFormContext<WorkspaceFormValues>();
  const { errors, disabled } = formState;
  const choose = (name: 'currency' | 'timeZone') => (value: string) =>
    setValue(name, value, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
  return (
    <Card>
      <CardHeader title="General" />
      <CardBody className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">
        <Field
          label="Name"
          className="sm:col-span-2"
          hint="Readers see it where a message says {{ workspace.name }}, and when they unsubscribe."
          error={errors.name?.message}
        >
          <Input autoComplete="off" {...register('name')} />
        </Field>
        <Field
          label="Currency"
          hint="How amounts are shown. Changing it converts nothing."
          error={errors.currency?.message}
        >
          <SearchSelect
            value={watch('currency')}
            options={currencies}
            onChange={choose('currency')}
            disabled={disabled}
          />
        </Field>
        <Field
          label="Time zone"
          hint="For quiet hours, where a customer’s own is not known."
          error={errors.timeZone?.message}
        >
          <SearchSelect
            value={watch('timeZone')}
            options={zones}
            hintOf={clockIn}
            onChange={choose('timeZone')}
            disabled={disabled}
          />
        </Field>
      </CardBody>
    </Card>
  );
}
