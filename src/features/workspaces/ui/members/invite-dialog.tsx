'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { CopyField } from '@/ui/copy-field.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { fieldErrorsOf, messageOf, trpc } from '@/ui/trpc.tsx';
import type { Role, SentInvitation } from '../../members.schema.ts';
import { roleLabel } from '../role-label.ts';
import { givable, roleSummary } from '../roles.ts';

/** Asks what the newcomer shall be, then shows the link this once. */
export function InviteDialog({ own, onClose }: { own: Role; onClose(): void }) {
  const [sent, setSent] = useState<SentInvitation | null>(null);
  if (sent) return <SentDialog sent={sent} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Invite somebody"
      description="They sign in, or make an account, and are in. An invitation is good for a week, and for one person."
    >
      <InviteForm own={own} onSent={setSent} onClose={onClose} />
    </Dialog>
  );
}

function InviteForm({
  own,
  onSent,
  onClose,
}: {
  own: Role;
  onSent(sent: SentInvitation): void;
  onClose(): void;
}) {
  const utils = trpc.useUtils();
  const [role, setRole] = useState<Role>(givable(own).includes('MARKETER') ? 'MARKETER' : 'VIEWER');
  const [email, setEmail] = useState('');
  const mail = trpc.invitations.list.useQuery().data?.mail === true;
  const create = trpc.invitations.create.useMutation({
    onSuccess: (sent) => {
      void utils.invitations.list.invalidate();
      onSent(sent);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ role, ...(email.trim() ? { email } : {}) });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Field label="Role" hint={roleSummary[role]}>
        <Select
          value={role}
          onChange={(event) => setRole(givable(own).find((one) => one === event.target.value) ?? role)}
        >
          {givable(own).map((one) => (
            <option key={one} value={one}>
              {roleLabel[one]}
            </option>
          ))}
        </Select>
      </Field>
      {mail && (
        <Field
          label="Email"
          optional
          error={fieldErrorsOf(create.error).find(({ path }) => path === 'email')?.message}
          hint="The invitation is sent there, and only the account of this address can accept it. Leave it empty for a link to send yourself."
        >
          <Input
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
      )}
      {create.isError && fieldErrorsOf(create.error).length === 0 && (
        <Notice tone="danger">{messageOf(create.error)}</Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" type="button" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" pending={create.isPending}>
          {email.trim() ? 'Send invitation' : 'Make a link'}
        </Button>
      </div>
    </form>
  );
}

/** The link of an invitation, this once; of one that went out by mail, that it did. */
export const SentDialog = ({ sent, onClose }: { sent: SentInvitation; onClose(): void }) => (
  <Dialog
    open
    onOpenChange={(open) => !open && onClose()}
    title={
      sent.email ? 'The invitation is on its way' : `A link for one ${roleLabel[sent.role].toLowerCase()}`
    }
    description={
      sent.email
        ? `It goes to ${sent.email} by mail. Its link works once, for a week, and only for the account of that address.`
        : 'Copy it now and send it to the person yourself. It works once, for a week, for whoever has it. We store only a fingerprint of it, so it cannot be shown again.'
    }
    className="max-w-xl"
  >
    {sent.link && <CopyField label="Link of the invitation" value={sent.link} />}
    <div className="mt-6 flex justify-end">
      <Button onClick={onClose}>Done</Button>
    </div>
  </Dialog>
);
