'use client';
import { FirstStepsCard } from '@/features/onboarding/ui/first-steps-card.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { ErrorState, Notice, SkeletonForm } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { googleProblem } from '../sign-in.ts';
import { GoogleCard } from './google-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { ShortcutsCard } from './shortcuts-card.tsx';
import { TwoFactorCard } from './two-factor-card.tsx';

/**
 * Who one is here and how one signs in, whichever workspace one is in.
 * @param google what became of connecting Google, when one comes back from there
 */
export function AccountPage({ google }: { google?: string | undefined }) {
  const account = trpc.account.get.useQuery();
  return (
    <>
      <PageHeader
        title="Your account"
        description="Who you are here and how you sign in. It holds in every workspace you belong to."
      />
      <div className="flex max-w-3xl flex-col gap-6">
        {google === 'connected' && (
          <Notice tone="success">Google is connected: you can sign in with it.</Notice>
        )}
        {google && google !== 'connected' && <Notice tone="danger">{googleProblem(google)}</Notice>}
        {!account.data && (
          <Card>
            {account.isError ? (
              <ErrorState message={messageOf(account.error)} onRetry={() => void account.refetch()} />
            ) : (
              <SkeletonForm fields={2} />
            )}
          </Card>
        )}
        {account.data && (
          <>
            <ProfileCard account={account.data} />
            <PasswordCard account={account.data} />
            <TwoFactorCard account={account.data} />
            {(account.data.google.offered || account.data.google.linkedAt) && (
              <GoogleCard account={account.data} />
            )}
            <SessionsCard />
            <FirstStepsCard />
          </>
        )}
        <ShortcutsCard />
      </div>
    </>
  );
}
