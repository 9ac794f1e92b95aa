'use client';
import { useState } from 'react';
import { formatDay, plural } from '@/lib/format.ts';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Notice } from '@/ui/states.tsx';
import type { Account } from '../../account.schema.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { DisableDialog, RenewCodesDialog } from './proof-dialogs.tsx';

/** With so few recovery codes left one should make new ones. */
const FEW_CODES = 3;

/** The code of an app, asked for besides the password (or Google). */
export function TwoFactorCard({ account }: { account: Account }) {
  const { confirmedAt, recoveryCodesLeft } = account.twoFactor;
  const [open, setOpen] = useState<'enrol' | 'renew' | 'disable' | null>(null);
  const close = () => setOpen(null);
  const waits = !confirmedAt && !account.emailVerified && account.mail;
  return (
    <Card>
      <CardHeader
        title={
          <span className="flex flex-wrap items-center gap-2">
            Second factor {confirmedAt ? <Badge tone="success">On</Badge> : <Badge>Off</Badge>}
          </span>
        }
        description={
          confirmedAt
            ? `Signing in asks for a code of your authenticator app since ${formatDay(confirmedAt)}.`
            : 'A code of an app on your phone, besides the password: whoever learns your password gets no further.'
        }
        actions={!confirmedAt && !waits && <Button onClick={() => setOpen('enrol')}>Turn on</Button>}
      />
      {waits && (
        <CardBody>
          <Notice tone="info">
            Confirm your email address first, so that nobody else can take this account over.
          </Notice>
        </CardBody>
      )}
      {confirmedAt && (
        <CardBody className="flex flex-col gap-4">
          {recoveryCodesLeft <= FEW_CODES && (
            <Notice tone="warning" title="Few recovery codes are left">
              Make new ones before you need them.
            </Notice>
          )}
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-sm">
              {plural(recoveryCodesLeft, 'recovery code')} left, for when the app is lost.
            </p>
            <div className="flex flex-wrap gap-2">
              <Button variant="secondary" size="sm" onClick={() => setOpen('renew')}>
                Make new codes
              </Button>
              <Button variant="danger-ghost" size="sm" onClick={() => setOpen('disable')}>
                Turn off
              </Button>
            </div>
          </div>
        </CardBody>
      )}
      {open === 'enrol' && <EnrolDialog onClose={close} />}
      {open === 'renew' && <RenewCodesDialog account={account} onClose={close} />}
      {open === 'disable' && <DisableDialog account={account} onClose={close} />}
    </Card>
  );
}
