'use client';
import { useSyncExternalStore } from 'react';
import { Countdown } from './countdown.tsx';
import { Notice } from './states.tsx';

// Until when the server wants to be left alone, in ms since 1970; 0 when it does not. One for the whole page: the limit
// is the person's, whatever part of the page asked too often.
let until = 0;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
function set(moment: number): void {
  until = moment;
  for (const listener of listeners) listener();
}

/** Says that the server answers again in so many seconds. */
export function noteWait(seconds: number): void {
  const moment = Date.now() + seconds * 1_000;
  if (moment > until) set(moment);
}

/** A bar over every page while requests wait for the limit to pass; they go again by themselves (trpc.tsx). */
export function WaitingNotice() {
  const moment = useSyncExternalStore(
    subscribe,
    () => until,
    () => 0,
  );
  if (moment === 0) return null;
  return (
    <div className="fixed inset-x-4 bottom-4 z-50 mx-auto max-w-md">
      <Notice tone="warning" className="shadow-lg ring-1 ring-line">
        <Countdown until={moment} onDone={() => set(0)} />
      </Notice>
    </div>
  );
}
