'use client';
import { useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { fold } from '@/lib/fold.ts';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { CustomerFilter } from '../../customer-filter.schema.ts';
import { startTagChangeInput } from '../../tags/tag-changes.schema.ts';
import { useTellOfTagChange } from './tag-progress.tsx';

const OFFERED = 12;
const tagsOf = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean);

/** Which tags the chosen customers get, and which they lose. A job does it; the page shows how far it is. */
export function TagDialog({
  target,
  count,
  onClose,
}: {
  target: { ids: string[] } | { filter: CustomerFilter; except: string[] };
  count: number | null;
  onClose(): void;
}) {
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState('');
  const [problem, setProblem] = useState<{ path: string; message: string }>();
  const known = trpc.customers.knownValues.useQuery(undefined, { staleTime: 300_000 }).data?.tags ?? [];
  const tellOfTagChange = useTellOfTagChange();
  const start = trpc.tagChanges.start.useMutation({
    onSuccess: (change) => {
      tellOfTagChange(change);
      onClose();
    },
  });
  const submit = () => {
    const input = { target, add: tagsOf(add), remove: tagsOf(remove) };
    const checked = startTagChangeInput.safeParse(input);
    const issue = checked.error?.issues[0];
    setProblem(issue && { path: String(issue.path[0] ?? 'add'), message: issue.message });
    if (checked.success) start.mutate(input);
  };
  const errorOf = (path: string) => (problem?.path === path ? problem.message : undefined);
  const who = count === null ? 'all that match' : plural(count, 'customer');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Tags of ${who}`}
      description="Whoever has a tag already keeps it as it is. It can be undone."
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Tags label="Add" known={known} text={add} onText={setAdd} error={errorOf('add')} />
        <Tags label="Remove" known={known} text={remove} onText={setRemove} error={errorOf('remove')} />
        {(start.error || errorOf('target')) && (
          <Notice tone="danger">{errorOf('target') ?? messageOf(start.error)}</Notice>
        )}
        <div className="flex justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" pending={start.isPending}>
            Change tags
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Tags({
  label,
  known,
  text,
  onText,
  error,
}: {
  label: string;
  known: readonly string[];
  text: string;
  onText(text: string): void;
  error: string | undefined;
}) {
  const chosen = tagsOf(text);
  const has = (tag: string) => chosen.some((other) => fold(other) === fold(tag));
  const toggle = (tag: string) =>
    onText((has(tag) ? chosen.filter((other) => fold(other) !== fold(tag)) : [...chosen, tag]).join(', '));
  return (
    <div>
      <Field label={label} hint="Separated by commas." error={error}>
        <Input autoComplete="off" value={text} onChange={(event) => onText(event.target.value)} />
      </Field>
      {known.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-1">
          {known.slice(0, OFFERED).map((tag) => (
            <button
              key={tag}
              type="button"
              aria-pressed={has(tag)}
              aria-label={`${label} ${tag}`}
              onClick={() => toggle(tag)}
              className={cn(
                'max-w-40 truncate rounded-full border px-2.5 py-1 text-caption',
                has(tag)
                  ? 'border-accent bg-accent-soft text-accent-text'
                  : 'border-line text-muted hover:text-foreground',
              )}
            >
              {tag}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
