'use client';
import { useEffect, useState } from 'react';
import { Countdown } from './countdown.tsx';
import { Logo } from './logo.tsx';
import { Notice } from './states.tsx';

/** A page of its own for when pages were asked for too often: says how long to wait, then opens what was asked for. */
export function WaitPage({ seconds }: { seconds: number }) {
  // The clock begins in the browser: the server's may be another.
  const [until, setUntil] = useState<number | null>(null);
  useEffect(() => setUntil(Date.now() + seconds * 1_000), [seconds]);
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-6 px-6">
      <Logo />
      <h1 className="text-center font-semibold text-2xl tracking-tight">One moment, please</h1>
      <Notice tone="info" className="w-full">
        {until === null ? (
          <p>Too many requests at once. Try again in {seconds} s.</p>
        ) : (
          <Countdown
            until={until}
            onDone={() =>
              window.location.pathname === '/wait' ? window.location.assign('/') : window.location.reload()
            }
          />
        )}
      </Notice>
      <p className="text-center text-muted text-sm">
        Many pages were opened from your network in a short time. It passes by itself.
      </p>
    </main>
  );
}
