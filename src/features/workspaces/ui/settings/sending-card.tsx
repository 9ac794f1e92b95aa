'use client';
import { type ReactNode, useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Checkbox, Input } from '@/ui/input.tsx';
import type { WorkspaceFormValues } from './workspace-values.ts';

/** How often one person is written to, and when not. */
export function SendingCard() {
  const { register, watch, formState } = useFormContext<WorkspaceFormValues>();
  const { errors } = formState;
  const [capped, quiet] = watch(['capped', 'quiet']);
  return (
    <Card>
      <CardHeader
        title="Leaving people in peace"
        description="Both rules hold over all campaigns together, and are checked before the vendor is asked."
      />
      <CardBody className="flex flex-col gap-6">
        <Rule
          name="capped"
          label="Limit how many messages one person gets"
          hint="Who has had as many is skipped, with the reason in the campaign’s log."
        >
          {capped && (
            <>
              <Field label="At most, messages" error={errors.capMessages?.message}>
                <Input inputMode="numeric" autoComplete="off" {...register('capMessages')} />
              </Field>
              <Field label="Within, days" hint="Of 24 hours each." error={errors.capDays?.message}>
                <Input inputMode="numeric" autoComplete="off" {...register('capDays')} />
              </Field>
            </>
          )}
        </Rule>
        <Rule
          name="quiet"
          label="Keep quiet hours"
          hint="Messages due then wait until the hours are over. They go by the customer’s own clock where the attribute “timezone” names a zone such as Europe/Paris, else by the workspace’s."
        >
          {quiet && (
            <>
              <Field label="Quiet from" error={errors.quietFrom?.message}>
                <Input
                  type="time"
                  {...register('quietFrom', { deps: ['quietTo'] })}
                  className="tabular-nums"
                />
              </Field>
              <Field
                label="Quiet until"
                hint="May be the next morning. What waits already keeps its time."
                error={errors.quietTo?.message}
              >
                <Input type="time" {...register('quietTo')} className="tabular-nums" />
              </Field>
            </>
          )}
        </Rule>
      </CardBody>
    </Card>
  );
}

/** A rule to switch on, with what it is to be below. */
function Rule({
  name,
  label,
  hint,
  children,
}: {
  name: 'capped' | 'quiet';
  label: string;
  hint: string;
  children: ReactNode;
}) {
  const id = useId();
  const { register } = useFormContext<WorkspaceFormValues>();
  return (
    <div className="flex items-start gap-3">
      <Checkbox id={id} aria-describedby={`${id}-hint`} className="mt-0.5" {...register(name)} />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
        <div className="mt-3 grid grid-cols-1 gap-x-6 gap-y-5 empty:hidden sm:grid-cols-2">{children}</div>
      </div>
    </div>
  );
}
