'use client';
import { MailPlus } from 'lucide-react';
import { useState } from 'react';
import { Badge, type Tone } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Invitation, InvitationState, SentInvitation } from '../../members.schema.ts';
import { roleLabel } from '../role-label.ts';
import { SentDialog } from './invite-dialog.tsx';

const stateWords: Record<InvitationState, { label: string; tone: Tone }> = {
  OPEN: { label: 'Open', tone: 'info' },
  ACCEPTED: { label: 'Accepted', tone: 'success' },
  REVOKED: { label: 'Revoked', tone: 'neutral' },
  EXPIRED: { label: 'Run out', tone: 'warning' },
};
const forWhom = ({ email }: Invitation): string => email ?? 'Whoever has the link';

/** Open invitations, and what became of others. */
export function InvitationsCard({ onInvite }: { onInvite(): void }) {
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const [sent, setSent] = useState<SentInvitation | null>(null);
  const list = trpc.invitations.list.useQuery();
  const failed = { onError: (error: unknown) => toast.error(messageOf(error)) };
  const resend = trpc.invitations.resend.useMutation({
    ...failed,
    onSuccess: setSent,
    onSettled: () => list.refetch(),
  });
  const revoke = trpc.invitations.revoke.useMutation({
    ...failed,
    onSuccess: () => toast.success('Invitation revoked'),
    onSettled: async () => {
      await list.refetch();
      setRevoking(null);
    },
  });
  return (
    <Card className="overflow-hidden">
      <CardHeader title="Invitations" />
      {list.isPending && <SkeletonRows rows={2} />}
      {list.isError && !list.data && (
        <ErrorState message={messageOf(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.data?.items.length === 0 && (
        <EmptyState
          icon={MailPlus}
          title="Nobody is invited"
          actions={
            <Button variant="secondary" onClick={onInvite}>
              Invite somebody
            </Button>
          }
        >
          Invite those you work with, each with the role they need.
        </EmptyState>
      )}
      {list.data && list.data.items.length > 0 && (
        <ul aria-label="Invitations" className="divide-y divide-line border-line border-t">
          {list.data.items.map((invitation) => (
            <li
              key={invitation.id}
              className="grid grid-cols-2 items-center gap-x-4 gap-y-2 px-5 py-2.5 text-sm sm:grid-cols-[minmax(0,1fr)_8rem_minmax(0,12rem)_11rem]"
            >
              <div className="col-span-2 min-w-0 sm:col-span-1">
                <span className="wrap-anywhere font-medium">{forWhom(invitation)}</span>
                <span className="wrap-anywhere block text-small text-muted">
                  {invitation.invitedBy ? `by ${invitation.invitedBy}, ` : ''}
                  <Time value={invitation.createdAt} />
                </span>
              </div>
              <span>{roleLabel[invitation.role]}</span>
              <State invitation={invitation} />
              {(invitation.state === 'OPEN' || invitation.state === 'EXPIRED') && (
                <div className="col-span-2 flex gap-1 sm:col-span-1 sm:justify-end">
                  <Button
                    variant="ghost"
                    size="sm"
                    disabled={resend.isPending}
                    onClick={() => resend.mutate({ id: invitation.id })}
                  >
                    {invitation.email ? 'Send again' : 'New link'}
                  </Button>
                  <Button variant="danger-ghost" size="sm" onClick={() => setRevoking(invitation)}>
                    Revoke
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {sent && <SentDialog sent={sent} onClose={() => setSent(null)} />}
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(open) => !open && setRevoking(null)}
        title="Revoke this invitation?"
        description="Its link is worth nothing from that moment on."
        action="Revoke invitation"
        pending={revoke.isPending}
        onConfirm={() => revoking && revoke.mutate({ id: revoking.id })}
      />
    </Card>
  );
}

const State = ({ invitation: { state, expiresAt, acceptedBy } }: { invitation: Invitation }) => (
  <div className="min-w-0">
    <Badge tone={stateWords[state].tone}>{stateWords[state].label}</Badge>
    <span className="mt-0.5 block truncate text-small text-muted empty:hidden">
      {state === 'OPEN' && (
        <>
          runs out <Time value={expiresAt} />
        </>
      )}
      {state === 'ACCEPTED' && acceptedBy && `by ${acceptedBy}`}
    </span>
  </div>
);
