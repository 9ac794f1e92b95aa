import { BellOff, CircleCheck, Eye, type LucideIcon, Unlink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { UnsubscribeLink } from '../../messages.service.ts';
import { UnsubscribeForm } from './unsubscribe-form.tsx';

/**
 * What the reader of a message sees behind its unsubscribe link. Opening it changes nothing: mail scanners open links.
 * @param link null when the link is not one of ours, `preview` for the one in previews
 */
export function UnsubscribeCard({
  token,
  link,
}: {
  token: string;
  link: UnsubscribeLink | 'preview' | null;
}) {
  if (link === 'preview')
    return (
      <Frame icon={Eye} title="This is a preview">
        In a message that is really sent, this link belongs to its one reader, and here they say that they
        want no more.
      </Frame>
    );
  if (link === null)
    return (
      <Frame icon={Unlink} title="This link does not work">
        It may have been cut off on its way. Open it from the newest message you got, or reply to that message
        and ask to be taken off.
      </Frame>
    );
  const address = <strong className="break-all font-medium text-foreground">{link.address}</strong>;
  if (link.unsubscribed)
    return (
      <Frame icon={CircleCheck} title="You are unsubscribed">
        You will get no more messages from {link.sender}
        {link.address !== null && <> at {address}</>}.
      </Frame>
    );
  return (
    <Frame icon={BellOff} title="No more messages?">
      {link.sender} will stop writing to {address}.
      <UnsubscribeForm action={`/unsubscribe/${encodeURIComponent(token)}/confirm`} />
    </Frame>
  );
}

const Frame = ({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) => (
  <main className="flex min-h-dvh items-center justify-center px-4 py-10">
    <div
      aria-live="polite"
      className="w-full max-w-md rounded-2xl border border-line bg-surface p-8 text-center shadow-xs"
    >
      <span className="mx-auto flex size-11 items-center justify-center rounded-xl bg-accent-soft text-accent-text">
        <Icon className="size-5" aria-hidden />
      </span>
      <h1 className="mt-4 font-semibold text-xl tracking-tight">{title}</h1>
      <div className="mt-2 text-balance break-words text-muted">{children}</div>
    </div>
  </main>
);
