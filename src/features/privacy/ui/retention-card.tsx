'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { WorkspaceSettings } from '../../workspaces/workspaces.schema.ts';
import {
  type RetentionValues,
  retentionFormSchema,
  retentionOf,
  retentionValuesOf,
} from './retention-values.ts';

/** How long the workspace keeps what it needs for a while only. */
export function RetentionCard() {
  const details = trpc.workspaces.settings.useQuery(undefined, { refetchOnWindowFocus: false });
  return (
    <Card>
      <CardHeader
        title="How long things are kept"
        description="In days. What is older goes by itself, within the hour, and does not come back. Figures never change by it."
      />
      {details.isPending && <SkeletonRows rows={4} />}
      {details.isError && !details.data && (
        <ErrorState message={messageOf(details.error)} onRetry={() => void details.refetch()} />
      )}
      {details.data && <RetentionForm retention={details.data.settings.retention} />}
    </Card>
  );
}

const boxes: { name: keyof RetentionValues; label: string; hint: string; optional?: boolean }[] = [
  {
    name: 'importRowDays',
    label: 'Bad rows of imports',
    hint: 'The rows that could not be read, to be downloaded and mended. Uploaded files themselves go when their import is over; a file that was only checked, after a day.',
  },
  {
    name: 'undoDays',
    label: 'What imports changed',
    hint: 'As long as this is kept, an import can be undone.',
  },
  {
    name: 'addressDays',
    label: 'Addresses in messages',
    hint: 'Of campaigns that are over, with the texts of messages that failed. Who got which campaign stays. Empty: kept for ever.',
    optional: true,
  },
  { name: 'auditDays', label: 'Audit log', hint: 'Who changed what, when and from where.' },
];

function RetentionForm({ retention }: { retention: WorkspaceSettings['retention'] }) {
  const may = useMay('workspace:write') !== false;
  const utils = trpc.useUtils();
  const { register, handleSubmit, reset, formState } = useForm<RetentionValues>({
    resolver: zodResolver(retentionFormSchema),
    mode: 'onTouched',
    defaultValues: retentionValuesOf(retention),
  });
  const save = trpc.workspaces.updateSettings.useMutation({
    onSuccess: (saved) => {
      utils.workspaces.settings.setData(undefined, saved);
      reset(retentionValuesOf(saved.settings.retention));
      toast.success('Saved');
    },
  });
  const { errors, isDirty } = formState;
  return (
    <CardBody>
      <form
        noValidate
        onSubmit={handleSubmit((values) => save.mutate({ settings: { retention: retentionOf(values) } }))}
      >
        <fieldset disabled={!may} className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">
          {boxes.map(({ name, label, hint, optional = false }) => (
            <Field key={name} label={label} hint={hint} optional={optional} error={errors[name]?.message}>
              <Input
                inputMode="numeric"
                autoComplete="off"
                placeholder={optional ? 'For ever' : undefined}
                {...register(name)}
              />
            </Field>
          ))}
        </fieldset>
        <p className="mt-4 text-small text-muted">
          Fixed: what was sent to other systems’ webhooks and receipts nobody could match 30 days, records of
          questions to the AI service (never their texts) 90 days, stored answers to repeated requests one
          day.
        </p>
        {save.isError && (
          <Notice tone="danger" className="mt-4">
            {messageOf(save.error)}
          </Notice>
        )}
        {may && (
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            {isDirty && (
              <Button variant="ghost" onClick={() => reset(retentionValuesOf(retention))}>
                Undo changes
              </Button>
            )}
            <Button type="submit" pending={save.isPending} disabled={!isDirty}>
              Save
            </Button>
          </div>
        )}
      </form>
    </CardBody>
  );
}
