'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button.tsx';
import { enterWorkspace } from '@/ui/other-workspace.ts';
import { ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { InvitationState, OpenedInvitation } from '../members.schema.ts';
import { roleLabel } from './role-label.ts';
import { roleSummary } from './roles.ts';
import { leave } from './shell/leave.ts';

const ended: Record<Exclude<InvitationState, 'OPEN'>, string> = {
  ACCEPTED: 'This invitation has been accepted already. Each can be used once.',
  REVOKED: 'This invitation has been revoked by whoever sent it, or because they left.',
  EXPIRED: 'This invitation has run out. It was good for a week.',
};

/** Where the link of an invitation leads: what it is to, and the way in, signed in or not. */
export function InvitationPage({ token }: { token: string }) {
  const opened = trpc.invitations.open.useQuery({ token }, { retry: false, refetchOnWindowFocus: true });
  if (opened.isPending)
    return (
      <Frame title="Your invitation">
        <SkeletonRows rows={3} />
      </Frame>
    );
  if (opened.isError)
    return (
      <Frame title="This invitation cannot be opened">
        <ErrorState message={messageOf(opened.error)} onRetry={() => void opened.refetch()} />
      </Frame>
    );
  const { workspaceName, role, invitedBy, state } = opened.data;
  return (
    <Frame title={`Join “${workspaceName}”`}>
      <p className="text-muted">
        {invitedBy ? `${invitedBy} invites you` : 'You are invited'} to work in this workspace as{' '}
        <strong className="font-medium text-foreground">{roleLabel[role].toLowerCase()}</strong>, who{' '}
        {roleSummary[role].charAt(0).toLowerCase() + roleSummary[role].slice(1)}
      </p>
      {state === 'OPEN' || opened.data.you?.isMember ? (
        <WayIn token={token} invitation={opened.data} />
      ) : (
        <Notice tone="warning">{ended[state]} Ask for a new one.</Notice>
      )}
    </Frame>
  );
}

function WayIn({ token, invitation }: { token: string; invitation: OpenedInvitation }) {
  const here = encodeURIComponent(`/invitations/${token}`);
  const accept = trpc.invitations.accept.useMutation({ onSuccess: () => enterWorkspace('/dashboard') });
  const { you, email } = invitation;
  if (!you)
    return (
      <>
        <p className="text-muted">
          {email ? `It is for ${email}. Sign in` : 'Sign in'} with your account, or make one, and you come
          back here.
        </p>
        <div className="flex flex-col gap-2">
          <Button asChild size="lg" className="text-sm">
            <Link href={`/sign-in?callbackUrl=${here}`}>Sign in</Link>
          </Button>
          <Button asChild size="lg" variant="secondary" className="text-sm">
            <Link href={`/sign-up?callbackUrl=${here}&invitation=${token}`}>Create an account</Link>
          </Button>
        </div>
      </>
    );
  const change = () => leave(`/sign-in?callbackUrl=${here}`);
  return (
    <>
      {you.isMember && <Notice tone="info">You are a member of this workspace already.</Notice>}
      {!you.fits && !you.isMember && (
        <Notice tone="warning" title="This is for another account">
          It was sent to {email}, and you are signed in as {you.email}. Sign in with the account of that
          address, or ask for an invitation to yours.
        </Notice>
      )}
      {accept.isError && <Notice tone="danger">{messageOf(accept.error)}</Notice>}
      <div className="flex flex-col gap-2">
        {(you.fits || you.isMember) && (
          <Button
            size="lg"
            className="text-sm"
            pending={accept.isPending || accept.isSuccess}
            onClick={() => accept.mutate({ token })}
          >
            {you.isMember ? 'Open the workspace' : `Join as ${you.email}`}
          </Button>
        )}
        <Button size="lg" variant="secondary" className="text-sm" onClick={change}>
          Use another account
        </Button>
      </div>
    </>
  );
}

const Frame = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="w-full max-w-sm">
    <h1 className="wrap-anywhere font-semibold text-2xl tracking-tight">{title}</h1>
    <div className="mt-3 flex flex-col gap-5">{children}</div>
  </div>
);
