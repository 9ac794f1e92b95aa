'use client';
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { fold } from '@/lib/fold.ts';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Input } from '@/ui/input.tsx';
import { optimistic } from '@/ui/optimistic.ts';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { type Customer, tagsSchema } from '../../customers.schema.ts';

/** The tags of a customer, put on and taken off where they stand. The page shows it at once; it can be undone. */
export function TagsInPlace({ customer: { id, tags } }: { customer: Customer }) {
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const mayWrite = useMay('customers:write');
  const known = trpc.customers.knownValues.useQuery(undefined, {
    enabled: typed !== null,
    staleTime: 300_000,
  }).data;
  const utils = trpc.useUtils();
  const update = trpc.customers.update.useMutation({
    // One after the other: each says what all tags are.
    scope: { id: `tags-${id}` },
    ...optimistic(utils.customers.get, {
      input: (_: { tags?: string[] | undefined }) => ({ id }),
      read: (customer) => customer.tags,
      put: (customer, tags) => ({ ...customer, tags }),
      wanted: ({ tags: next }, customer) => next ?? customer.tags,
    }),
    onSuccess: () =>
      void Promise.all([
        utils.customers.rows.invalidate(),
        utils.audiences.ofCustomer.invalidate({ customerId: id }),
      ]),
  });
  const change = (next: string[], said: string) =>
    update.mutate(
      { id, tags: next },
      { onSuccess: () => toast.undo(said, () => update.mutate({ id, tags })) },
    );
  const add = () => {
    const tag = (typed ?? '').trim();
    setTyped(null);
    if (tag === '' || tags.some((other) => fold(other) === fold(tag))) return;
    const checked = tagsSchema.safeParse([...tags, tag]);
    if (checked.success) change(checked.data, `“${tag}” was added`);
    else toast.error(`A tag ${checked.error.issues[0]?.message ?? 'is not possible'}.`);
  };
  return (
    <span className="flex flex-wrap items-center gap-1">
      {tags.length === 0 && !mayWrite && '–'}
      {tags.map((tag) => (
        <Badge key={tag} className="max-w-full pr-1">
          <span className="truncate">{tag}</span>
          {mayWrite && (
            <button
              type="button"
              aria-label={`Remove the tag ${tag}`}
              className="rounded-full p-0.5 hover:bg-surface hover:text-foreground"
              onClick={() =>
                change(
                  tags.filter((other) => other !== tag),
                  `“${tag}” was removed`,
                )
              }
            >
              <X aria-hidden />
            </button>
          )}
        </Badge>
      ))}
      {mayWrite && typed === null && (
        <Button variant="ghost" size="sm" className="h-6 px-2 text-caption" onClick={() => setTyped('')}>
          <Plus aria-hidden />
          Add tag
        </Button>
      )}
      {typed !== null && (
        <Input
          autoFocus
          aria-label="New tag"
          className="h-7 w-36"
          maxLength={64}
          list={listId}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
            if (event.key === 'Escape') setTyped(null);
          }}
        />
      )}
      <datalist id={listId}>
        {(known?.tags ?? []).map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </span>
  );
}
