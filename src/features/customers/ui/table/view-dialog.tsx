'use client';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { toast } from '@/ui/toast.ts';
import { fieldErrorsOf, messageOf, trpc } from '@/ui/trpc.tsx';
import { createViewInput, type SavedView } from '../../../saved-views/saved-views.schema.ts';
import type { CustomerViewState } from '../../customer-view.schema.ts';

/** Asks for a view's name: of a new one, or another one of `view`. */
export function ViewDialog({
  view,
  state,
  onClose,
  onSaved,
}: {
  view: SavedView | null;
  state: CustomerViewState;
  onClose(): void;
  onSaved(view: SavedView): void;
}) {
  const [name, setName] = useState(view?.name ?? '');
  const [problem, setProblem] = useState<string>();
  const utils = trpc.useUtils();
  const done = {
    onSuccess: async (saved: SavedView) => {
      await utils.savedViews.list.invalidate();
      onSaved(saved);
      toast.success(
        view ? `The view is called “${saved.name}” now` : `“${saved.name}” was saved for everybody here`,
      );
    },
  };
  const create = trpc.savedViews.create.useMutation(done);
  const rename = trpc.savedViews.update.useMutation(done);
  const { isPending, error } = view ? rename : create;
  const submit = () => {
    const checked = createViewInput.shape.name.safeParse(name);
    setProblem(checked.error?.issues[0]?.message);
    if (!checked.success) return;
    if (view) rename.mutate({ id: view.id, name: checked.data });
    else create.mutate({ list: 'customers', name: checked.data, state });
  };
  const ofName = fieldErrorsOf(error).some(({ path }) => path === 'name');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={view ? 'Rename view' : 'Save as view'}
      description={
        view
          ? undefined
          : 'The filters, the sorting and the columns, under a name everybody in this workspace sees.'
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label="Name" error={problem ?? (error ? messageOf(error) : undefined)}>
          <Input
            autoComplete="off"
            maxLength={60}
            placeholder="Large orders from France"
            value={name}
            aria-invalid={ofName || undefined}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <div className="mt-6 flex justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" pending={isPending}>
            {view ? 'Rename' : 'Save view'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
