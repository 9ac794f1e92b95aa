'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Notice } from '@/ui/states.tsx';

/** An ordinary form, so that it works without JavaScript; with it, the page stays and says what went wrong. */
export function UnsubscribeForm({ action }: { action: string }) {
  const router = useRouter();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState('busy');
    const response = await fetch(action, { method: 'POST' }).catch(() => null);
    if (response?.ok) router.refresh();
    else setState('failed');
  };
  return (
    <form method="post" action={action} onSubmit={submit} className="mt-6 flex flex-col gap-4">
      {state === 'failed' && (
        <Notice tone="danger">That did not work: you are still subscribed. Please try again.</Notice>
      )}
      <Button type="submit" size="lg" pending={state === 'busy'} className="w-full text-sm">
        Unsubscribe
      </Button>
      <p className="text-small">Opened this by mistake? Just close the page; nothing has changed.</p>
    </form>
  );
}
