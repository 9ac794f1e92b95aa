'use client';
import { useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time, useNow } from '@/ui/time.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { ApiKey } from '../api-keys.schema.ts';
import { describeScopes } from './scopes.ts';

export function ApiKeyTable({ keys }: { keys: readonly ApiKey[] }) {
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const utils = trpc.useUtils();
  const revoke = trpc.apiKeys.revoke.useMutation({
    onSuccess: () => toast.success('Key revoked'),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: async () => {
      await utils.apiKeys.list.invalidate();
      setRevoking(null);
    },
  });
  return (
    <>
      <Table label="API keys" stack>
        <thead>
          <tr>
            <Th>Name and key</Th>
            <Th>Access</Th>
            <Th>Last used</Th>
            <Th className="sm:max-lg:hidden">Created</Th>
            <Th>Expires</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(open) => !open && setRevoking(null)}
        title={`Revoke “${revoking?.name ?? ''}”?`}
        description="Whatever uses this key is refused from that moment on. A revoked key cannot be brought back."
        action="Revoke key"
        pending={revoke.isPending}
        onConfirm={() => revoking && revoke.mutate({ id: revoking.id })}
      />
    </>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke(): void }) {
  const now = useNow(30_000);
  const expired = apiKey.expiresAt !== null && apiKey.expiresAt <= now;
  const gone = apiKey.revokedAt !== null || expired;
  return (
    <Tr>
      <Td className={cn('max-w-56 font-medium', gone && 'text-muted')}>
        <span className="block truncate" title={apiKey.name}>
          {apiKey.name}
        </span>
        <span className="block font-mono font-normal text-muted text-small">{apiKey.prefix}…</span>
      </Td>
      <Td label="Access" className="min-w-44 max-w-80 text-small text-muted">
        {describeScopes(apiKey.scopes).join('; ')}
      </Td>
      <Td label="Last used" className="text-muted">
        {apiKey.lastUsedAt ? <Time value={apiKey.lastUsedAt} /> : 'Never'}
      </Td>
      <Td label="Created" className="text-muted sm:max-lg:hidden">
        <div>
          <Time value={apiKey.createdAt} />
          {apiKey.createdBy && (
            <span className="block max-w-40 truncate text-small" title={apiKey.createdBy}>
              by {apiKey.createdBy}
            </span>
          )}
        </div>
      </Td>
      <Td label="Expires" className="text-muted">
        {apiKey.expiresAt ? <Time value={apiKey.expiresAt} /> : 'Never'}
      </Td>
      <Td className="text-right">
        {apiKey.revokedAt ? (
          <Badge>
            <span>
              Revoked <Time value={apiKey.revokedAt} />
            </span>
          </Badge>
        ) : expired ? (
          <Badge>Expired</Badge>
        ) : (
          <Button variant="danger-ghost" size="sm" aria-label={`Revoke ${apiKey.name}`} onClick={onRevoke}>
            Revoke
          </Button>
        )}
      </Td>
    </Tr>
  );
}
