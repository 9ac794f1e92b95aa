'use client';
import { Button } from '@/ui/button.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { AuthCard, TextLink } from './auth-card.tsx';

/**
 * Where the link of a letter leads. The address is confirmed by a button, not by opening the page: programs that look
 * into mail follow its links, and must not confirm an address that somebody else typed.
 */
export function VerifyEmail({ token, email }: { token: string; email: string }) {
  const confirm = trpc.account.confirmEmail.useMutation();
  const address = <strong className="font-medium text-foreground">{email}</strong>;
  if (confirm.isSuccess)
    return (
      <AuthCard
        announced
        title="Your address is confirmed"
        description={<>You sign in with {address}.</>}
        footer={<TextLink href="/dashboard">Go on to NexusFlow</TextLink>}
      />
    );
  return (
    <AuthCard
      title="Confirm your address"
      description={<>Is {address} yours, and did you ask for this?</>}
      footer="If not, close this page: nothing changes."
    >
      {confirm.isError && <Notice tone="danger">{messageOf(confirm.error)}</Notice>}
      <Button
        size="lg"
        className="text-sm"
        pending={confirm.isPending}
        onClick={() => confirm.mutate({ token })}
      >
        Confirm this address
      </Button>
    </AuthCard>
  );
}
