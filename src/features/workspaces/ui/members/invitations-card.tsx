'use client';
import { MailPlus } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Badge, type Tone } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Invitation, InvitationState, SentInvitation } from '../../members.schema.ts';
import { roleLabel } from '../roles.ts';
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
      {list.data?.length === 0 && (
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
      {list.data && list.data.length > 0 && (
        <Table label="Invitations">
          <thead>
            <tr>
              <Th>For</Th>
              <Th>Role</Th>
              <Th>State</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {list.data.map((invitation) => (
              <Tr key={invitation.id}>
                <Td className="w-full min-w-36">
                  <span className="wrap-anywhere font-medium">{forWhom(invitation)}</span>
                  <span className="block text-[13px] text-muted">
                    {invitation.invitedBy ? `by ${invitation.invitedBy}, ` : ''}
                    <Time value={invitation.createdAt} />
                  </span>
                </Td>
                <Td>{roleLabel[invitation.role]}</Td>
                <Td>
                  <State invitation={invitation} />
                </Td>
                <Td className="text-right">
                  {(invitation.state === 'OPEN' || invitation.state === 'EXPIRED') && (
                    <div className="flex justify-end gap-1">
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
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
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
  <>
    <Badge tone={stateWords[state].tone}>{stateWords[state].label}</Badge>
    <span className="mt-0.5 block whitespace-nowrap text-[13px] text-muted">
      {state === 'OPEN' && (
        <>
          runs out <Time value={expiresAt} />
        </>
      )}
      {state === 'ACCEPTED' && acceptedBy && `by ${acceptedBy}`}
    </span>
  </>
);
