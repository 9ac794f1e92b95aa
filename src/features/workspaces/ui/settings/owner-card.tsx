'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { enterWorkspace } from '@/ui/other-workspace.ts';
import { Notice } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { fieldErrorsOf, messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay, useWorkspace } from '@/ui/use-workspace.ts';

/** What an owner alone may do: hand the workspace over, and delete it. */
export function OwnerCard() {
  const [asking, setAsking] = useState<'transfer' | 'delete' | null>(null);
  const name = useWorkspace().data?.name;
  if (!useMay('workspace:own') || !name) return null;
  const close = () => setAsking(null);
  return (
    <Card>
      <CardHeader title="For owners" />
      <CardBody className="flex flex-col gap-4">
        <Row
          title="Hand the workspace over"
          words="Another member becomes its owner; you stay, as an administrator."
          action={
            <Button variant="secondary" onClick={() => setAsking('transfer')}>
              Hand over…
            </Button>
          }
        />
        <Row
          title="Delete the workspace"
          words="Everybody is out at once, campaigns under way are cancelled, and every customer, order, campaign and figure of it is deleted for good."
          action={
            <Button variant="danger" onClick={() => setAsking('delete')}>
              Delete…
            </Button>
          }
        />
      </CardBody>
      {asking === 'transfer' && <TransferDialog name={name} onClose={close} />}
      {asking === 'delete' && <DeleteDialog name={name} onClose={close} />}
    </Card>
  );
}

const Row = ({ title, words, action }: { title: string; words: string; action: React.ReactNode }) => (
  <div className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-4 first:border-t-0 first:pt-0 sm:flex-nowrap">
    <div>
      <h3 className="font-medium text-sm">{title}</h3>
      <p className="max-w-xl text-small text-muted">{words}</p>
    </div>
    <div className="shrink-0">{action}</div>
  </div>
);

function TransferDialog({ name, onClose }: { name: string; onClose(): void }) {
  const [userId, setUserId] = useState('');
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const members = trpc.members.list.useQuery();
  const others = members.data?.filter((member) => !member.isYou) ?? [];
  const transfer = trpc.members.transfer.useMutation({
    onSuccess: () => {
      toast.success('The workspace is handed over');
      enterWorkspace('/settings/members');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    transfer.mutate({ userId, confirmName: typed, password });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Hand the workspace over"
      description="Only the new owner can give it back."
    >
      {members.data && others.length === 0 ? (
        <Notice tone="info">There is nobody else in it yet. Invite the person first.</Notice>
      ) : (
        <form onSubmit={submit} noValidate className="flex flex-col gap-5">
          <Field label="New owner">
            <Select value={userId} onChange={(event) => setUserId(event.target.value)}>
              <option value="">Choose a member</option>
              {others.map((member) => (
                <option key={member.userId} value={member.userId}>
                  {member.name ? `${member.name} (${member.email})` : member.email}
                </option>
              ))}
            </Select>
          </Field>
          <TypedName name={name} value={typed} onChange={setTyped} />
          <OwnPassword value={password} onChange={setPassword} error={transfer.error} />
          {transfer.isError && fieldErrorsOf(transfer.error).length === 0 && (
            <Notice tone="danger">{messageOf(transfer.error)}</Notice>
          )}
          <Foot onClose={onClose}>
            <Button
              type="submit"
              disabled={!userId || typed.trim() !== name.trim()}
              pending={transfer.isPending || transfer.isSuccess}
            >
              Hand over
            </Button>
          </Foot>
        </form>
      )}
    </Dialog>
  );
}

function DeleteDialog({ name, onClose }: { name: string; onClose(): void }) {
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const remove = trpc.workspaces.delete.useMutation({ onSuccess: () => enterWorkspace('/dashboard') });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate({ confirmName: typed, password });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Delete this workspace?"
      description="This cannot be taken back. Export what you want to keep first."
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        <TypedName name={name} value={typed} onChange={setTyped} />
        <OwnPassword value={password} onChange={setPassword} error={remove.error} />
        {remove.isError && fieldErrorsOf(remove.error).length === 0 && (
          <Notice tone="danger">{messageOf(remove.error)}</Notice>
        )}
        <Foot onClose={onClose}>
          <Button
            type="submit"
            variant="danger"
            disabled={typed.trim() !== name.trim()}
            pending={remove.isPending || remove.isSuccess}
          >
            Delete for good
          </Button>
        </Foot>
      </form>
    </Dialog>
  );
}

const TypedName = ({
  name,
  value,
  onChange,
}: {
  name: string;
  value: string;
  onChange(value: string): void;
}) => (
  <Field
    label="The workspace’s name"
    hint={
      <>
        Type <strong className="wrap-anywhere font-medium text-foreground">{name}</strong> to confirm.
      </>
    }
  >
    <Input autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
  </Field>
);

/** Asked of those who have one: it may be somebody else who sits at their screen. */
function OwnPassword({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange(value: string): void;
  error: unknown;
}) {
  const account = trpc.account.get.useQuery();
  if (!account.data?.hasPassword) return null;
  return (
    <Field
      label="Your password"
      error={fieldErrorsOf(error).find(({ path }) => path === 'password')?.message}
    >
      <Input
        type="password"
        autoComplete="current-password"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

const Foot = ({ onClose, children }: { onClose(): void; children: React.ReactNode }) => (
  <div className="flex flex-wrap justify-end gap-2">
    <Button variant="secondary" type="button" onClick={onClose}>
      Keep as it is
    </Button>
    {children}
  </div>
);
