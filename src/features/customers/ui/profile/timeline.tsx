'use client';
import { FileDown, type LucideIcon, Mail, ReceiptText, Undo2, UserPlus } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { MessageStatusBadge, skipReasonText } from '@/ui/message-status.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, type RouterOutputs, trpc } from '@/ui/trpc.tsx';
import { useMay, useMoney } from '@/ui/use-workspace.ts';
import { mergeTimeline, type Source } from './merge-timeline.ts';

const PAGE = 20;
const kinds = [
  { kind: 'order', label: 'Orders' },
  { kind: 'message', label: 'Messages' },
  { kind: 'import', label: 'Imports' },
] as const;
type Kind = (typeof kinds)[number]['kind'];

interface Entry {
  kind: Kind;
  id: string;
  at: Date;
  icon: LucideIcon;
  title: ReactNode;
  detail?: ReactNode;
}

/** All that happened with a customer, newest first: orders, messages and imports as one list that goes on as one scrolls. */
export function Timeline({ customerId, createdAt }: { customerId: string; createdAt: Date }) {
  const [hidden, setHidden] = useState<ReadonlySet<Kind>>(new Set());
  const money = useMoney();
  const mayReadImports = useMay('imports:read') ?? false;
  const next = { getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined };
  const orders = trpc.orders.list.useInfiniteQuery({ customerId, limit: PAGE }, next);
  const messages = trpc.campaigns.customerMessages.useInfiniteQuery({ customerId, limit: PAGE }, next);
  const imports = trpc.imports.ofCustomer.useQuery({ customerId }, { enabled: mayReadImports, retry: false });
  const queries = { order: orders, message: messages };
  const shown = kinds.filter(({ kind }) => !hidden.has(kind)).map(({ kind }) => kind);
  const sources: Record<Kind, Source<Entry>> = {
    order: {
      items: (orders.data?.pages ?? []).flatMap((page) => page.items.map((item) => orderEntry(item, money))),
      hasMore: orders.isPending || orders.hasNextPage,
    },
    message: {
      items: (messages.data?.pages ?? []).flatMap((page) => page.items.map(messageEntry)),
      hasMore: messages.isPending || messages.hasNextPage,
    },
    import: { items: (imports.data?.items ?? []).map(importEntry), hasMore: false },
  };
  const { entries, ask } = mergeTimeline(shown.map((kind) => sources[kind]));
  const asked = ask.flatMap((i) => {
    const kind = shown[i];
    return kind === 'order' || kind === 'message' ? [queries[kind]] : [];
  });
  const failed = [orders, messages].find(({ isError }) => isError);
  const pending = asked.some(({ isPending, isFetching }) => isPending || isFetching);
  const more = () => {
    for (const query of asked) if (!query.isFetching && query.hasNextPage) void query.fetchNextPage();
  };
  const isWhole = ask.length === 0 && hidden.size === 0;
  return (
    <Card>
      <CardHeader
        title="Timeline"
        actions={kinds.map(({ kind, label }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={!hidden.has(kind)}
            onClick={() => {
              const set = new Set(hidden);
              if (!set.delete(kind)) set.add(kind);
              setHidden(set);
            }}
            className={cn(
              'rounded-full border px-3 py-1 text-caption',
              hidden.has(kind)
                ? 'border-line text-muted'
                : 'border-accent/40 bg-accent-soft text-accent-text',
            )}
          >
            {label}
          </button>
        ))}
      />
      {failed && <ErrorState message={messageOf(failed.error)} onRetry={() => void failed.refetch()} />}
      <ol aria-label="What happened" className="px-5 pb-2">
        {entries.map((entry) => (
          <Item key={`${entry.kind}-${entry.id}`} entry={entry} />
        ))}
        {isWhole && !failed && !imports.data?.items.some(({ made }) => made) && (
          <Item
            entry={{ kind: 'import', id: 'added', at: createdAt, icon: UserPlus, title: 'Became a customer' }}
          />
        )}
      </ol>
      {pending && entries.length === 0 && !failed && <SkeletonRows rows={3} />}
      {shown.length === 0 && <p className="px-5 pb-5 text-muted text-sm">Choose at least one kind above.</p>}
      {imports.data?.complete === false && !hidden.has('import') && (
        <p className="px-5 pb-4 text-muted text-small">
          Which imports touched them could not be told in time: there is too much to look through.
        </p>
      )}
      {ask.length > 0 && entries.length > 0 && (
        <div className="border-line border-t px-5 py-2.5">
          <Button
            variant="ghost"
            size="sm"
            pending={pending}
            onClick={more}
            ref={(button) => {
              if (!button) return undefined;
              // The next ones come as one gets there; the button is for those who do not scroll.
              const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && more(), {
                rootMargin: '300px',
              });
              watch.observe(button);
              return () => watch.disconnect();
            }}
          >
            Show earlier
          </Button>
        </div>
      )}
    </Card>
  );
}

const Item = ({ entry: { icon: Icon, title, detail, at } }: { entry: Entry }) => (
  <li className="relative flex gap-3 pb-4 before:absolute before:top-8 before:bottom-0 before:left-3.5 before:w-px before:bg-line last:before:hidden">
    <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-sunken text-muted">
      <Icon className="size-3.5" aria-hidden />
    </span>
    <div className="min-w-0 grow pt-0.5 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 break-words">{title}</span>
        <span className="text-muted text-small">
          <Time value={at} />
        </span>
      </div>
      {detail && <div className="mt-0.5 text-muted text-small">{detail}</div>}
    </div>
  </li>
);

const orderEntry = (
  { id, orderId, orderAmount, orderDate }: RouterOutputs['orders']['list']['items'][number],
  money: (amount: number) => string,
): Entry => ({
  kind: 'order',
  id,
  at: orderDate,
  icon: orderAmount < 0 ? Undo2 : ReceiptText,
  title: (
    <>
      {orderAmount < 0 ? 'Refund' : 'Order'} <span className="font-medium">{orderId}</span>{' '}
      {orderAmount < 0 && <Badge tone="warning">Refund</Badge>}
    </>
  ),
  detail: <span className="tabular-nums">{money(orderAmount)}</span>,
});

function messageEntry(message: RouterOutputs['campaigns']['customerMessages']['items'][number]): Entry {
  const why = message.skipReason
    ? skipReasonText(message.skipReason, message.failureReason)
    : message.failureReason;
  return {
    kind: 'message',
    id: message.id,
    at: message.queuedAt,
    icon: Mail,
    title: (
      <>
        <Link
          href={`/campaigns/${message.campaignId}?message=${message.id}`}
          title="What happened to it"
          className="font-medium underline-offset-4 hover:underline"
        >
          {message.campaignName}
        </Link>{' '}
        <MessageStatusBadge status={message.status} />
      </>
    ),
    detail: why,
  };
}

const importEntry = ({
  id,
  importId,
  fileName,
  made,
  at,
}: RouterOutputs['imports']['ofCustomer']['items'][number]): Entry => ({
  kind: 'import',
  id,
  at,
  icon: FileDown,
  title: (
    <>
      {made ? 'Came in with' : 'Changed by'} the import{' '}
      {fileName === null ? (
        'of a file that is gone'
      ) : (
        <Link href={`/imports/${importId}`} className="font-medium underline-offset-4 hover:underline">
          {fileName}
        </Link>
      )}
    </>
  ),
});
