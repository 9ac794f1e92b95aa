'use client';
import { KeyRound, Lock, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
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
        {may === undefined &&
          (workspace.isError ? (
            <ErrorState message={messageOf(workspace.error)} onRetry={() => void workspace.refetch()} />
          ) : (
            <SkeletonRows rows={3} />
          ))}
      </Card>
      {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
    </>
  );
}

function Keys({ create }: { create: ReactNode }) {
  const keys = trpc.apiKeys.list.useQuery();
  if (!keys.data)
    return keys.isError ? (
      <ErrorState message={messageOf(keys.error)} onRetry={() => void keys.refetch()} />
    ) : (
      <SkeletonRows rows={3} />
    );
  if (keys.data.length === 0)
    return (
      <EmptyState icon={KeyRound} title="No keys yet" actions={create}>
        Make one for each system that calls the API, so that each can be revoked alone.
      </EmptyState>
    );
  return <ApiKeyTable keys={keys.data} />;
}
