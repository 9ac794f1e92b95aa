'use client';
import { ErrorState } from '@/ui/states.tsx';

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <ErrorState
        title="This page broke"
        message="Nothing was lost: what you saved is saved. Try again; if it stays, tell your administrator."
        onRetry={reset}
      />
    </main>
  );
}
