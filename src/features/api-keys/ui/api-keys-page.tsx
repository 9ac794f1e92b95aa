'use client';
import { KeyRound, Lock, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { Loaded } from '@/ui/loaded.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, SkeletonTable } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useMay, useWorkspace } from '@/ui/use-workspace.ts';
import { ApiKeyTable } from './api-key-table.tsx';
import { CreateKeyDialog } from './create-key-dialog.tsx';

/** The keys other systems use to call the API in this workspace’s name. */
export function ApiKeysPage() {
  const [creating, setCreating] = useState(false);
  const may = useMay('api-keys:write');
  const workspace = useWorkspace();
  const description = (
    <>
      For other systems that call the{' '}
      <a href="/api/swagger" className="text-accent-text underline underline-offset-4">
        API
      </a>{' '}
      in this workspace’s name.
    </>
  );
  const create = (
    <Button onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      Create a key
    </Button>
  );
  return (
    <>
      <PageHeader title="API keys" description={description} actions={may !== false && create} />
      <Card className="overflow-hidden">
        {may === true && <Keys create={create} />}
        {may === false && (
          <EmptyState icon={Lock} title="Only administrators see the keys">
            A key can do a great deal. Ask an administrator or owner of the workspace if you need one.
          </EmptyState>
        )}
        {may === undefined && (
          <Loaded query={workspace} skeleton={<SkeletonTable columns={5} rows={3} />}>
            {() => null}
          </Loaded>
        )}
      </Card>
      {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
    </>
  );
}

function Keys({ create }: { create: ReactNode }) {
  const keys = trpc.apiKeys.list.useQuery();
  return (
    <Loaded query={keys} skeleton={<SkeletonTable columns={5} rows={3} />}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState
            icon={KeyRound}
            title="No keys yet"
            actions={create}
            docs={{ href: '/docs/api', label: 'How other systems use the API' }}
          >
            Make one for each system that calls the API, so that each can be revoked alone.
          </EmptyState>
        ) : (
          <ApiKeyTable keys={all} />
        )
      }
    </Loaded>
  );
}
