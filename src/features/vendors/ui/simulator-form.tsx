'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { type UseFormRegisterReturn, useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { VendorOf } from '../vendors.schema.ts';
import { OutcomeBar } from './outcome-bar.tsx';
import { inputOf, type SimulatorFormValues, simulatorFormSchema, valuesOf } from './simulator-values.ts';

/** How the simulator treats messages from now on. Every setting is a share, so a campaign shows the whole mixture. */
export function SimulatorForm({ vendor }: { vendor: VendorOf<'SIMULATOR'> }) {
  const may = useMay('campaigns:write') !== false;
  const utils = trpc.useUtils();
  const { register, handleSubmit, watch, reset, formState } = useForm<SimulatorFormValues>({
    resolver: zodResolver(simulatorFormSchema),
    mode: 'onTouched',
    defaultValues: valuesOf(vendor),
  });
  const { errors, isDirty } = formState;
  const save = trpc.vendors.updateSimulator.useMutation({
    onSuccess: async (saved) => {
      // A list that is just being asked for may still have the settings of before.
      await utils.vendors.list.cancel();
      utils.vendors.list.setData(undefined, (all) =>
        all?.map((v) => (v.id === saved.id ? { ...saved, health: v.health } : v)),
      );
      if (saved.kind === 'SIMULATOR') reset(valuesOf(saved));
      toast.success('Saved. It holds for every message handed over from now on.');
    },
  });
  const submit = handleSubmit((values) =>
    save.mutate({ id: vendor.id, ifUpdatedAt: vendor.updatedAt ?? new Date(0), ...inputOf(values) }),
  );
  const values = watch();
  return (
    <Card>
      <CardHeader
        title={vendor.name}
        description="Behaves like a real vendor and reaches nobody: made to be told to fail, so that you see what happens then."
      />
      <CardBody>
        <form onSubmit={submit} noValidate>
          <fieldset disabled={!may} className="mt-2 flex flex-col gap-8">
            <Section
              title="How messages end"
              description="Of those the vendor has taken. The rest fails for good."
            >
              <PercentField
                label="Delivered"
                hint="The vendor reports success."
                error={errors.delivered?.message}
                input={register('delivered', { deps: ['bounced'] })}
              />
              <PercentField
                label="Bounced"
                hint="The mailbox does not exist."
                error={errors.bounced?.message}
                input={register('bounced')}
              />
              <OutcomeBar delivered={values.delivered} bounced={values.bounced} />
            </Section>
            <Section
              title="What goes wrong on the way"
              description="The figures must come out right in spite of all of it."
            >
              <PercentField
                label="Passing failures"
                hint="The vendor is busy; asked again after 2, 4 and 8 seconds."
                error={errors.busy?.message}
                input={register('busy')}
              />
              <PercentField
                label="Receipts sent twice"
                hint="The second must change nothing."
                error={errors.twice?.message}
                input={register('twice')}
              />
              <PercentField
                label="Receipts out of order"
                hint="“Sent” arrives after the final word."
                error={errors.late?.message}
                input={register('late')}
              />
            </Section>
            <Section title="How quick it is" description="A campaign takes as long as its vendor needs.">
              <Field
                label="Messages a second"
                error={errors.rate?.message}
                optional
                hint="Over all workers. Empty: as many as it takes."
              >
                <Input
                  inputMode="numeric"
                  autoComplete="off"
                  className="tabular-nums"
                  {...register('rate')}
                />
              </Field>
              <Field
                label="Delay of receipts, in seconds"
                hint="From taking a message to its receipt."
                error={errors.delay?.message}
              >
                <Input
                  inputMode="decimal"
                  autoComplete="off"
                  className="tabular-nums"
                  {...register('delay')}
                />
              </Field>
            </Section>
          </fieldset>
          {save.isError && (
            <Notice tone="danger" className="mt-6">
              {messageOf(save.error)}
            </Notice>
          )}
          {may ? (
            <div className="mt-6 flex flex-wrap items-center justify-end gap-2">
              {isDirty && (
                <Button variant="ghost" onClick={() => reset(valuesOf(vendor))}>
                  Undo changes
                </Button>
              )}
              <Button type="submit" pending={save.isPending} disabled={!isDirty}>
                Save
              </Button>
            </div>
          ) : (
            <p className="mt-6 text-muted">Your role may look at these settings, not change them.</p>
          )}
        </form>
      </CardBody>
    </Card>
  );
}

const Section = ({
  title,
  description,
  children,
}: {
  title: string;
  description: string;
  children: ReactNode;
}) => (
  <div>
    <h3 className="font-medium text-sm">{title}</h3>
    <p className="text-small text-muted">{description}</p>
    <div className="mt-4 grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">{children}</div>
  </div>
);

const PercentField = ({
  label,
  hint,
  error,
  input,
}: {
  label: string;
  hint?: string;
  error: string | undefined;
  input: UseFormRegisterReturn;
}) => (
  <Field label={`${label}, in %`} hint={hint} error={error}>
    <Input inputMode="decimal" autoComplete="off" className="tabular-nums" {...input} />
  </Field>
);
