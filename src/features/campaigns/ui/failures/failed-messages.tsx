'use client';
import { History, Pencil, RotateCw } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { formatNumber, plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Checkbox } from '@/ui/input.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { DeadLetter } from '../../dead-letters.schema.ts';
import type { Group } from './causes.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { useRetry } from './use-retry.ts';

const PAGE = 25;

/** The messages of one group, to decide on some of them. */
export function FailedMessages({ group, mayDecide }: { group: Group; mayDecide: boolean }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const list = trpc.deadLetters.list.useInfiniteQuery(
    { status: 'OPEN', campaignId: group.campaignId, reason: group.reason, limit: PAGE },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  if (!list.data)
    return list.isError ? (
      <ErrorState message={messageOf(list.error)} onRetry={() => void list.refetch()} />
    ) : (
      <SkeletonRows rows={3} />
    );
  const items = list.data.pages.flatMap((page) => page.items);
  // Those decided on elsewhere are gone from the list and from the selection.
  const selected = items.filter((item) => ticked.has(item.id)).map((item) => item.id);
  return (
    <div className="border-line border-t bg-sunken/30">
      {mayDecide && <SelectionBar selected={selected} onDone={() => setTicked(new Set())} />}
      <MessageTable items={items} selected={new Set(selected)} onSelect={mayDecide ? setTicked : undefined} />
      {list.hasNextPage && (
        <div className="flex justify-center border-line border-t p-3">
          <Button
            variant="ghost"
            size="sm"
            pending={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Load more ({formatNumber(Math.max(0, group.count - items.length))} left)
          </Button>
        </div>
      )}
    </div>
  );
}

function SelectionBar({ selected, onDone }: { selected: readonly string[]; onDone(): void }) {
  const [discarding, setDiscarding] = useState(false);
  const retry = useRetry(onDone);
  const none = selected.length === 0;
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-2 text-small">
      <p className="text-muted" role="status">
        {none
          ? 'Wrong address? Edit and retry the message, or correct the customer and retry.'
          : `${plural(selected.length, 'message')} selected`}
      </p>
      {!none && (
        <div className="flex items-center gap-2">
          <Button variant="danger-ghost" size="sm" onClick={() => setDiscarding(true)}>
            Discard selected
          </Button>
          <Button
            variant="secondary"
            size="sm"
            pending={retry.isPending}
            onClick={() => retry.mutate({ ids: [...selected] })}
          >
            {!retry.isPending && <RotateCw aria-hidden />}
            Retry selected
          </Button>
        </div>
      )}
      {discarding && (
        <DiscardDialog
          selection={{ ids: [...selected] }}
          what={plural(selected.length, 'message')}
          onClose={() => setDiscarding(false)}
          onDone={onDone}
        />
      )}
    </div>
  );
}

function MessageTable({
  items,
  selected,
  onSelect,
}: {
  items: readonly DeadLetter[];
  selected: ReadonlySet<string>;
  onSelect: ((ids: ReadonlySet<string>) => void) | undefined;
}) {
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  };
  const [shown, setShown] = useState<string | null>(null);
  const all = items.length > 0 && items.every((item) => selected.has(item.id));
  return (
    <>
      <Table label="Failed messages">
        <thead>
          <tr>
            {onSelect && (
              <Th className="w-px pr-0">
                <Checkbox
                  className="block"
                  aria-label="Select all shown"
                  checked={all}
                  onChange={() => onSelect(new Set(all ? [] : items.map((item) => item.id)))}
                />
              </Th>
            )}
            <Th>Recipient</Th>
            <Th className="text-right max-sm:hidden">Tries</Th>
            <Th className="max-sm:hidden">Failed</Th>
            <Th className="w-px">
              <span className="sr-only">What to do</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Tr key={item.id}>
              {onSelect && (
                <Td className="w-px pr-0">
                  <Checkbox
                    className="block"
                    aria-label={`Select ${item.to ?? 'the message without an address'}`}
                    checked={selected.has(item.id)}
                    onChange={() => toggle(item.id)}
                  />
                </Td>
              )}
              <Td className="max-w-52 sm:max-w-80">
                <Link
                  href={`/customers/${item.customerId}`}
                  className="block truncate underline-offset-4 hover:underline"
                >
                  {item.to ?? 'Address not kept'}
                </Link>
              </Td>
              <Td className="text-right tabular-nums max-sm:hidden">{item.attempts}</Td>
              <Td className="text-muted max-sm:hidden">
                <Time value={item.createdAt} />
              </Td>
              <Td className="w-px py-1">
                <Button
                  variant="ghost"
                  size="sm"
                  aria-label={`${onSelect ? 'Edit and retry' : 'History of'} ${item.to ?? 'the message without an address'}`}
                  onClick={() => setShown(item.id)}
                >
                  {onSelect ? <Pencil aria-hidden /> : <History aria-hidden />}
                  <span className="max-sm:sr-only">{onSelect ? 'Edit and retry' : 'History'}</span>
                </Button>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {shown && <MessageDialog id={shown} editable={onSelect !== undefined} onClose={() => setShown(null)} />}
    </>
  );
}
