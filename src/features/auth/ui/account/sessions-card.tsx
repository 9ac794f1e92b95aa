'use client';
import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { deviceInWords } from '@/lib/device.ts';
import { plural } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, type RouterOutputs, trpc } from '@/ui/trpc.tsx';

type SessionRow = RouterOutputs['account']['sessions'][number];

/** Where one is signed in; each can be ended from here. */
export function SessionsCard() {
  const utils = trpc.useUtils();
  const sessions = trpc.account.sessions.useQuery();
  const [asking, setAsking] = useState(false);
  const endOthers = trpc.account.endOtherSessions.useMutation({
    onSuccess: async ({ ended }) => {
      await utils.account.sessions.invalidate();
      setAsking(false);
      toast.success(ended === 0 ? 'There was no other session' : `${plural(ended, 'other session')} ended`);
    },
    onError: (error) => toast.error(messageOf(error)),
  });
  const others = (sessions.data?.length ?? 1) > 1;
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title="Where you are signed in"
        description="A session ends by itself after 30 days. What you do not know, end, and then change your password."
        actions={
          others && (
            <Button variant="secondary" onClick={() => setAsking(true)}>
              Sign out everywhere else
            </Button>
          )
        }
      />
      {sessions.data ? (
        <ul className="border-line border-t">
          {sessions.data.map((session) => (
            <SessionItem key={session.id} session={session} />
          ))}
        </ul>
      ) : sessions.isError ? (
        <ErrorState message={messageOf(sessions.error)} onRetry={() => void sessions.refetch()} />
      ) : (
        <SkeletonRows rows={2} />
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere else?"
        description="Every session but this one ends at once. You stay signed in here."
        action="Sign out everywhere else"
        pending={endOthers.isPending}
        onConfirm={() => endOthers.mutate()}
      />
    </Card>
  );
}

function SessionItem({ session }: { session: SessionRow }) {
  const utils = trpc.useUtils();
  const device = deviceInWords(session.userAgent);
  const Icon = /iPhone|iPad|Android/.test(device) ? Smartphone : Monitor;
  const end = trpc.account.endSession.useMutation({
    onSuccess: () => toast.success(`The session of ${device} ended`),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => utils.account.sessions.invalidate(),
  });
  return (
    <li className="flex items-center gap-3 border-line border-b px-5 py-3 last:border-b-0">
      <Icon className="size-5 shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <span title={session.userAgent ?? undefined}>{device}</span>
          {session.isThis && <Badge tone="accent">This one</Badge>}
        </p>
        <p className="break-words text-small text-muted">
          {session.address ? `${session.address} · ` : ''}
          {session.isThis ? (
            'now'
          ) : (
            <>
              last seen <Time value={session.lastSeenAt} />
            </>
          )}{' '}
          · since <Time value={session.createdAt} />
        </p>
      </div>
      {!session.isThis && (
        <Button
          variant="danger-ghost"
          size="sm"
          pending={end.isPending}
          onClick={() => end.mutate({ id: session.id })}
          aria-label={`End the session of ${device}`}
        >
          End
        </Button>
      )}
    </li>
  );
}
