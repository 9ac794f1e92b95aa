'use client';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { cn } from '@/lib/cn.ts';
import { formatDateTime } from '@/lib/format.ts';
import { MessageStatusBadge, skipReasonText } from '@/ui/message-status.tsx';
import { Skeleton } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import type { Message } from '../../messages.schema.ts';
import type { LogPages } from './use-log-pages.ts';

/** Heights of a row in pixels: one line where there is room for columns, a card of three where there is not. */
const ROW = 48;
const CARD = 92;
const WIDE = '(min-width: 48rem)';
const OVERSCAN = 12;

/**
 * The rows of the log, of which only those in view are in the page. A table for screen readers with the number of each
 * row; arrows go from one to the next, Enter opens it.
 */
export function LogRows({
  pages,
  withVariant,
  onView,
  onOpen,
}: {
  pages: LogPages;
  withVariant: boolean;
  onView(rows: { from: number; to: number }): void;
  onOpen(messageId: string): void;
}) {
  const scroller = useRef<HTMLElement>(null);
  const wide = useIsWide();
  const [focused, setFocused] = useState<number | null>(null);
  const rows = useVirtualizer({
    count: pages.rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => (wide ? ROW : CARD),
    overscan: OVERSCAN,
    // Who is on a row by keyboard stays on it, also when it is scrolled out of view.
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      return focused === null || focused >= pages.rowCount || inView.includes(focused)
        ? inView
        : [...inView, focused].toSorted((a, b) => a - b);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights are others on another screen
  useEffect(() => rows.measure(), [wide]);
  const items = rows.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {};
  const [from, to] = [Math.max(0, startIndex - OVERSCAN), endIndex + OVERSCAN];
  useEffect(() => onView({ from, to }), [from, to, onView]);

  const move = (event: KeyboardEvent, index: number) => {
    const target = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + 10,
      PageUp: index - 10,
      Home: 0,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(target, pages.rowCount - 1));
    setFocused(next);
    rows.scrollToIndex(next);
    // Once it is there.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus(),
      ),
    );
  };
  const columns = cn(
    'md:grid md:items-center md:gap-4',
    withVariant
      ? 'md:grid-cols-[minmax(0,2fr)_9rem_4rem_minmax(0,2fr)_3.5rem_8rem]'
      : 'md:grid-cols-[minmax(0,2fr)_9rem_minmax(0,2fr)_3.5rem_8rem]',
  );
  return (
    <section
      ref={scroller}
      aria-label="Messages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative max-h-[min(36rem,80dvh)] overflow-y-auto"
    >
      <table
        aria-label="Messages"
        aria-rowcount={pages.complete ? pages.rowCount + 1 : -1}
        aria-colcount={withVariant ? 6 : 5}
        className="block w-full"
      >
        <thead className="sticky top-0 z-10 block">
          <tr
            aria-rowindex={1}
            className={cn(
              'block border-line border-b bg-sunken px-5 py-2 text-left text-small text-muted max-md:sr-only [&>th]:font-medium',
              columns,
            )}
          >
            <th scope="col">Recipient</th>
            <th scope="col">Status</th>
            {withVariant && <th scope="col">Variant</th>}
            <th scope="col">Why</th>
            <th scope="col" className="text-right">
              Tries
            </th>
            <th scope="col">Last change</th>
          </tr>
        </thead>
        <tbody className="relative block" style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const message = pages.rowAt(index);
            return (
              <tr
                key={index}
                data-index={index}
                aria-rowindex={index + 2}
                className={cn(
                  'absolute inset-x-0 top-0 block border-line border-b px-5 text-sm transition-colors hover:bg-sunken/50 max-md:py-2.5',
                  columns,
                )}
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                {message ? (
                  <Cells
                    message={message}
                    withVariant={withVariant}
                    onOpen={() => onOpen(message.id)}
                    onFocus={() => setFocused(index)}
                    onKeyDown={(event) => move(event, index)}
                  />
                ) : (
                  <td className="block py-1">
                    <Skeleton className="h-4 w-48" />
                    <span className="sr-only">Loading</span>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const Cells = ({
  message,
  withVariant,
  ...button
}: {
  message: Message;
  withVariant: boolean;
  onOpen(): void;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent): void;
}) => (
  <>
    <td className="block min-w-0 max-md:mb-1">
      <button
        type="button"
        className="block max-w-full truncate rounded-sm text-left font-medium underline-offset-4 hover:underline"
        onClick={button.onOpen}
        onFocus={button.onFocus}
        onKeyDown={button.onKeyDown}
      >
        {message.to ?? (message.skipReason === 'NO_ADDRESS' ? 'No address' : 'Address not kept')}
      </button>
    </td>
    <td className="block max-md:mr-2 max-md:inline-block">
      <MessageStatusBadge status={message.status} />
    </td>
    {withVariant && (
      <td className="block text-muted max-md:mr-2 max-md:inline-block max-md:text-small">
        <span className="sr-only md:hidden">Variant </span>
        {message.variant ?? '–'}
      </td>
    )}
    <td
      className="block min-w-0 truncate text-muted max-md:mt-1 max-md:text-small"
      title={reasonOf(message) ?? undefined}
    >
      {reasonOf(message)}
    </td>
    <td className="block text-right tabular-nums max-md:sr-only">{message.attempts}</td>
    <td className="block truncate text-muted max-md:absolute max-md:top-9.5 max-md:right-5 max-md:text-small">
      <Time value={message.deliveredAt ?? message.sentAt ?? message.queuedAt} />
    </td>
  </>
);

/** What there is to say of a message beside its status. */
function reasonOf({ status, skipReason, failureReason, notBefore }: Message): string | null {
  if (skipReason) return skipReasonText(skipReason, failureReason);
  if (status === 'QUEUED' && notBefore && notBefore > new Date())
    return `Quiet hours: waiting until ${formatDateTime(notBefore)}`;
  return failureReason;
}

const watchWidth = (changed: () => void) => {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};
const useIsWide = (): boolean =>
  useSyncExternalStore(
    watchWidth,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
