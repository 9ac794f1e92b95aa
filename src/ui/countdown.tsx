'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { formatDuration } from '@/lib/format.ts';

const secondsTo = (until: number): number => Math.max(0, Math.ceil((until - Date.now()) / 1_000));

/**
 * “Too many requests at once”, with the seconds that are left; then `onDone` tries again.
 * @param until when it may be tried again, in ms since 1970
 */
export function Countdown({ until, onDone }: { until: number; onDone: () => void }) {
  const [left, setLeft] = useState(() => secondsTo(until));
  const done = useEffectEvent(onDone);
  useEffect(() => {
    const tick = () => {
      const seconds = secondsTo(until);
      setLeft(seconds);
      if (seconds > 0) return;
      clearInterval(timer);
      done();
    };
    const timer = setInterval(tick, 250);
    tick();
    return () => clearInterval(timer);
  }, [until]);
  return (
    <div>
      <p className="font-semibold">Too many requests at once</p>
      <p>
        {left > 0 ? (
          <>
            Trying again by itself in{' '}
            <span role="timer" className="tabular-nums">
              {left < 60 ? `${left} s` : formatDuration(left * 1_000)}
            </span>
            . Nothing is lost.
          </>
        ) : (
          'Trying again …'
        )}
      </p>
    </div>
  );
}
