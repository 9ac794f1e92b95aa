'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { formatNumber, plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Progress } from '@/ui/progress.tsx';
import { toast } from '@/ui/toast.ts';
import { trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { TagChange } from '../../tags/tag-changes.schema.ts';

const isOpen = ({ status, undo }: TagChange): boolean =>
  status === 'QUEUED' || status === 'RUNNING' || undo?.status === 'RUNNING';

/** Tells the page of a change that was just begun or is being undone, however soon it is over. */
export function useTellOfTagChange(): (change: TagChange) => void {
  const utils = trpc.useUtils();
  return (change) =>
    utils.tagChanges.list.setData(undefined, (known = []) => [
      change,
      ...known.filter(({ id }) => id !== change.id),
    ]);
}

/**
 * The changes of tags that are under way, whoever asked for them, also after the page was left and opened again. One
 * that was seen under way stays until its end was told.
 */
export function TagProgress() {
  const changes = trpc.tagChanges.list.useQuery(undefined, { staleTime: 10_000 }).data ?? [];
  const [followed, setFollowed] = useState<readonly TagChange[]>([]);
  const isFollowed = ({ id }: TagChange) => followed.some((other) => other.id === id);
  const begun = changes.filter((change) => isOpen(change) && !isFollowed(change));
  if (begun.length > 0) setFollowed([...followed, ...begun]);
  return followed.map((change) => (
    <Running
      key={change.id}
      initial={change}
      onTold={() => setFollowed((before) => before.filter(({ id }) => id !== change.id))}
    />
  ));
}

/** “VIP, new” added, “old” removed. */
const deedOf = ({ add, remove }: TagChange): string => {
  const named = (tags: readonly string[]) => tags.map((tag) => `“${tag}”`).join(', ');
  return [add.length > 0 ? `${named(add)} added` : '', remove.length > 0 ? `${named(remove)} removed` : '']
    .filter(Boolean)
    .join(', ');
};

function Running({ initial, onTold }: { initial: TagChange; onTold(): void }) {
  const [change, setChange] = useState(initial);
  const utils = trpc.useUtils();
  const tellOfTagChange = useTellOfTagChange();
  const mayWrite = useMay('customers:write');
  const cancel = trpc.tagChanges.cancel.useMutation({ onError: toast.error });
  const undo = trpc.tagChanges.undo.useMutation({ onSuccess: tellOfTagChange, onError: toast.error });
  trpc.tagChanges.onProgress.useSubscription({ id: initial.id }, { onData: ({ data }) => setChange(data) });
  const undoing = change.undo?.status === 'RUNNING';
  const over = !isOpen(change);
  const tell = useEffectEvent(() => {
    if (change.undo) {
      const { restored, kept } = change.undo;
      toast.success(
        `Taken back for ${plural(restored, 'customer')}`,
        kept > 0 ? `${plural(kept, 'customer')} had been changed since, or are gone.` : undefined,
      );
    } else if (change.status === 'FAILED') toast.error(change.error ?? 'The tags could not be changed.');
    else {
      const full = change.full > 0 ? ` ${plural(change.full, 'customer')} would have had more than 50.` : '';
      const message =
        change.status === 'CANCELLED'
          ? `Stopped. ${deedOf(change)} for ${plural(change.changed, 'customer')} so far.${full}`
          : change.changed === 0
            ? `Nobody had to be changed.${full}`
            : `${deedOf(change)} for ${plural(change.changed, 'customer')}.${full}`;
      if (change.changed > 0 && mayWrite) toast.undo(message, () => undo.mutate({ id: change.id }));
      else toast.success(message);
    }
    void Promise.all([
      utils.customers.rows.invalidate(),
      utils.customers.count.invalidate(),
      utils.customers.knownValues.invalidate(),
    ]);
    tellOfTagChange(change);
    onTold();
  });
  useEffect(() => {
    if (over) tell();
  }, [over]);
  if (over) return null;
  const done = undoing ? (change.undo?.restored ?? 0) + (change.undo?.kept ?? 0) : change.looked;
  const of = undoing ? change.changed : change.total;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-info-soft/60 px-4 py-2.5 text-small">
      <span className="tabular-nums">
        {undoing ? 'Taking back' : 'Changing tags'}: {deedOf(change)} · {formatNumber(done)} of{' '}
        {formatNumber(of)}
      </span>
      <Progress label="Changing tags" value={of === 0 ? 0 : Math.min(1, done / of)} className="w-40 grow" />
      {!undoing && mayWrite && (
        <Button
          variant="ghost"
          size="sm"
          pending={cancel.isPending}
          onClick={() => cancel.mutate({ id: change.id })}
        >
          Stop
        </Button>
      )}
    </div>
  );
}
