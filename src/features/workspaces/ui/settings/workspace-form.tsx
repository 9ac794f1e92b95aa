'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { FormProvider, useForm } from 'react-hook-form';
import { Button } from '@/ui/button.tsx';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { WorkspaceDetails } from '../../workspaces.schema.ts';
import { GeneralCard } from './general-card.tsx';
import { SendingCard } from './sending-card.tsx';
import { VendorWordCard } from './vendor-word-card.tsx';
import {
  type WorkspaceFormValues,
  workspaceFormSchema,
  workspaceInputOf,
  workspaceValuesOf,
} from './workspace-values.ts';

/** All of a workspace's settings; administrators change them, everyone else may read them. */
export function WorkspaceForm({ details }: { details: WorkspaceDetails }) {
  const may = useMay('workspace:write') !== false;
  const utils = trpc.useUtils();
  const form = useForm<WorkspaceFormValues>({
    resolver: zodResolver(workspaceFormSchema),
    mode: 'onTouched',
    defaultValues: workspaceValuesOf(details),
  });
  const { isDirty } = form.formState;
  const save = trpc.workspaces.updateSettings.useMutation({
    onSuccess: (saved) => {
      utils.workspaces.settings.setData(undefined, saved);
      void Promise.all([utils.workspaces.current.invalidate(), utils.campaigns.preflight.invalidate()]);
      form.reset(workspaceValuesOf(saved));
      toast.success('Saved. It holds for every message not sent yet.');
    },
  });
  return (
    <FormProvider {...form}>
      <form onSubmit={form.handleSubmit((values) => save.mutate(workspaceInputOf(values)))} noValidate>
        <fieldset disabled={!may} className="flex flex-col gap-6">
          <GeneralCard />
          <SendingCard />
          <VendorWordCard />
        </fieldset>
        {save.isError && (
          <Notice tone="danger" className="mt-6">
            {messageOf(save.error)}
          </Notice>
        )}
        {may ? (
          <div className="mt-6 flex flex-wrap items-center justify-end gap-2">
            {isDirty && (
              <Button variant="ghost" onClick={() => form.reset(workspaceValuesOf(details))}>
                Undo changes
              </Button>
            )}
            <Button type="submit" pending={save.isPending} disabled={!isDirty}>
              Save
            </Button>
          </div>
        ) : (
          <p className="mt-6 text-muted">
            Your role may look at these settings. An administrator of the workspace can change them.
          </p>
        )}
      </form>
    </FormProvider>
  );
}
