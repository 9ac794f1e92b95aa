'use client';
import { LogOut, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { Select } from '@/ui/input.tsx';
import { enterWorkspace } from '@/ui/other-workspace.ts';
import { Time } from '@/ui/time.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Member, Role } from '../../members.schema.ts';
import { roleLabel } from '../role-label.ts';
import { givable } from '../roles.ts';

const called = ({ name, email }: Member): string => name ?? email;

/** The members, with what whoever looks may do to each. */
export function MemberTable({
  members,
  own,
  mayWrite,
}: {
  members: readonly Member[];
  own: Role;
  mayWrite: boolean;
}) {
  const [leaving, setLeaving] = useState<Member | null>(null);
  const utils = trpc.useUtils();
  const remove = trpc.members.remove.useMutation({
    onSuccess: () => leaving && toast.success(`${called(leaving)} is removed`),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: async () => {
      await utils.members.list.invalidate();
      setLeaving(null);
    },
  });
  const leave = trpc.members.leave.useMutation({
    onSuccess: () => enterWorkspace('/dashboard'),
    onError: (error) => {
      toast.error(messageOf(error));
      setLeaving(null);
    },
  });
  return (
    <>
      <ul aria-label="Members" className="divide-y divide-line border-line border-t">
        {members.map((member) => {
          const changeable = mayWrite && givable(own).includes(member.role);
          return (
            <li
              key={member.userId}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-5 py-2.5 text-sm sm:grid-cols-[minmax(0,1fr)_9.5rem_7rem_6rem]"
            >
              <div className="col-span-2 min-w-0 sm:col-span-1">
                <span className="flex min-w-0 items-center gap-2">
                  <span className="truncate font-medium" title={called(member)}>
                    {called(member)}
                  </span>
                  {member.isYou && <Badge>you</Badge>}
                </span>
                <span className="block truncate text-small text-muted" title={member.email}>
                  {member.email}
                </span>
              </div>
              <div>{changeable ? <RoleSelect member={member} own={own} /> : roleLabel[member.role]}</div>
              <span className="hidden text-small text-muted sm:block">
                since <Time value={member.joinedAt} />
              </span>
              <div className="text-right">
                {(member.isYou || changeable) && (
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-label={member.isYou ? 'Leave the workspace' : `Remove ${called(member)}`}
                    onClick={() => setLeaving(member)}
                  >
                    {member.isYou ? <LogOut aria-hidden /> : <UserMinus aria-hidden />}
                    {member.isYou ? 'Leave' : 'Remove'}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={leaving?.isYou ? 'Leave this workspace?' : `Remove ${leaving ? called(leaving) : ''}?`}
        description={
          leaving?.isYou
            ? 'You see nothing of it any more, and come back only by a new invitation. What you made stays.'
            : 'They are out at once, wherever they are signed in. What they made stays, and so do API keys they know: revoke those they should not use any more.'
        }
        action={leaving?.isYou ? 'Leave workspace' : 'Remove member'}
        pending={remove.isPending || leave.isPending || leave.isSuccess}
        onConfirm={() => {
          if (leaving?.isYou) leave.mutate();
          else if (leaving) remove.mutate({ userId: leaving.userId });
        }}
      />
    </>
  );
}

function RoleSelect({ member, own }: { member: Member; own: Role }) {
  const utils = trpc.useUtils();
  const change = trpc.members.changeRole.useMutation({
    onSuccess: (changed) =>
      toast.success(`${called(changed)} is ${roleLabel[changed.role].toLowerCase()} now`),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => Promise.all([utils.members.list.invalidate(), utils.workspaces.current.invalidate()]),
  });
  return (
    <Select
      aria-label={`Role of ${called(member)}`}
      className="w-38"
      value={change.isPending ? change.variables.role : member.role}
      disabled={change.isPending}
      onChange={(event) => {
        const role = givable(own).find((one) => one === event.target.value);
        if (role && role !== member.role) change.mutate({ userId: member.userId, role });
      }}
    >
      {givable(own).map((role) => (
        <option key={role} value={role}>
          {roleLabel[role]}
        </option>
      ))}
    </Select>
  );
}
