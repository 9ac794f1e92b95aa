'use client';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import { Loaded } from '@/ui/loaded.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { SkeletonTable } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useMay, useWorkspace } from '@/ui/use-workspace.ts';
import { InvitationsCard } from './invitations-card.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberTable } from './member-table.tsx';
import { RolesCard } from './roles-card.tsx';

/** Who is in the workspace, who is invited, and what each role may do. */
export function MembersPage() {
  const [inviting, setInviting] = useState(false);
  const workspace = useWorkspace();
  const mayWrite = useMay('members:write') === true;
  const members = trpc.members.list.useQuery();
  const own = workspace.data?.role;
  return (
    <>
      <PageHeader
        title="Members"
        description="Who works in this workspace. Somebody who is removed is out at once, wherever they are signed in."
        actions={
          mayWrite && (
            <Button onClick={() => setInviting(true)}>
              <UserPlus aria-hidden />
              Invite somebody
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-6">
        <Card className="overflow-hidden">
          <CardHeader title="People" />
          <Loaded query={members} skeleton={<SkeletonTable columns={4} rows={3} />}>
            {(people) => own && <MemberTable members={people} own={own} mayWrite={mayWrite} />}
          </Loaded>
        </Card>
        {mayWrite && <InvitationsCard onInvite={() => setInviting(true)} />}
        <RolesCard {...(own ? { own } : {})} />
      </div>
      {inviting && own && <InviteDialog own={own} onClose={() => setInviting(false)} />}
    </>
  );
}
