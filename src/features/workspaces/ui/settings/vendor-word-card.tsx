'use client';
import { useFormContext } from 'react-hook-form';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import type { WorkspaceFormValues } from './workspace-values.ts';

/** What follows from a vendor's receipts, and from their absence. */
export function VendorWordCard() {
  const { register, formState } = useFormContext<WorkspaceFormValues>();
  const { errors } = formState;
  return (
    <Card>
      <CardHeader
        title="Bounces and receipts"
        description="An address that does not exist is suppressed at its first bounce."
      />
      <CardBody className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">
        <Field
          label="Soft bounces in a row"
          hint="A full mailbox, say. After so many without a delivery in between, the address is suppressed too."
          error={errors.softBounceLimit?.message}
        >
          <Input inputMode="numeric" autoComplete="off" {...register('softBounceLimit')} />
        </Field>
        <Field
          label="Wait for receipts, in minutes"
          optional
          hint="After that a campaign is over, and such messages stay “Sent”. Empty: as the server is set, a day at first."
          error={errors.receiptTimeoutMinutes?.message}
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            placeholder="1440"
            {...register('receiptTimeoutMinutes')}
          />
        </Field>
      </CardBody>
    </Card>
  );
}
