'use client';
import { Lock, Plus, Webhook } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { Loaded } from '@/ui/loaded.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { EmptyState, Notice, SkeletonTable } from '@/ui/states.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useStanding } from '@/ui/use-postponed.ts';
import { useMay, useWorkspace } from '@/ui/use-workspace.ts';
import { MAX_ENDPOINTS, OFF_BY_HAND, type WebhookEndpoint } from '../webhooks.schema.ts';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { EndpointState } from './endpoint-state.tsx';

/** The addresses of other systems that are told of events. */
export function WebhooksPage() {
  const [adding, setAdding] = useState(false);
  const mayRead = useMay('webhooks:read');
  const mayWrite = useMay('webhooks:write') === true;
  const workspace = useWorkspace();
  const add = mayWrite && (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      Add a webhook
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Webhooks"
        description="Other systems can be told at once when a campaign ends, a message is delivered or somebody unsubscribes."
        actions={mayRead === true && add}
      />
      {mayRead === true && <Endpoints add={add} />}
      {mayRead === false && (
        <Card>
          <EmptyState icon={Lock} title="Only administrators see the webhooks">
            They tell other systems about customers. Ask an administrator or owner of the workspace.
          </EmptyState>
        </Card>
      )}
      {mayRead === undefined && (
        <Card>
          <Loaded query={workspace} skeleton={<SkeletonTable columns={4} rows={3} />}>
            {() => null}
          </Loaded>
        </Card>
      )}
      {adding && <EndpointDialog endpoint={null} onClose={() => setAdding(false)} />}
    </>
  );
}

function Endpoints({ add }: { add: ReactNode }) {
  // As many as there may be: one page.
  const endpoints = trpc.webhooks.list.useQuery({ limit: MAX_ENDPOINTS });
  const items = useStanding(endpoints.data?.items ?? []);
  const off = items.filter(({ disabledAt, disabledReason }) => disabledAt && disabledReason !== OFF_BY_HAND);
  return (
    <div className="flex flex-col gap-6">
      {off.length > 0 && (
        <Notice
          tone="warning"
          title={off.length === 1 ? 'A webhook was turned off' : `${off.length} webhooks were turned off`}
        >
          Nothing is sent there any more, and no events are kept. Look at the reason below, mend it, and turn
          it on again.
        </Notice>
      )}
      <Card className="overflow-hidden">
        <Loaded query={endpoints} skeleton={<SkeletonTable columns={4} rows={3} />}>
          {() =>
            items.length === 0 ? (
              <EmptyState
                icon={Webhook}
                title="No webhooks yet"
                actions={add}
                docs={{ href: '/docs/vendors', label: 'What webhooks carry' }}
              >
                Add the address of another system and choose what it is told. Every request is signed.
              </EmptyState>
            ) : (
              <EndpointTable items={items} />
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}

const EndpointTable = ({ items }: { items: readonly WebhookEndpoint[] }) => (
  <Table stack label="Webhooks">
    <thead>
      <tr>
        <Th>Address</Th>
        <Th>State</Th>
        <Th>Told of</Th>
        <Th>Added</Th>
      </tr>
    </thead>
    <tbody>
      {items.map((endpoint) => (
        <Tr key={endpoint.id}>
          <Td className="min-w-48 max-w-48 sm:max-w-96">
            <Link
              href={`/settings/webhooks/${endpoint.id}`}
              title={endpoint.url}
              className="block truncate font-medium hover:text-accent-text hover:underline"
            >
              {endpoint.url}
            </Link>
            {endpoint.description && (
              <span className="block truncate text-small text-muted">{endpoint.description}</span>
            )}
            {endpoint.disabledReason && (
              <span
                className={cn(
                  'line-clamp-2 text-small',
                  endpoint.disabledReason === OFF_BY_HAND ? 'text-muted' : 'text-danger-text',
                )}
              >
                {endpoint.disabledReason}
              </span>
            )}
          </Td>
          <Td label="State">
            <EndpointState endpoint={endpoint} />
          </Td>
          <Td label="Told of" className="whitespace-nowrap text-muted" title={endpoint.events.join(', ')}>
            {plural(endpoint.events.length, 'event')}
          </Td>
          <Td label="Added" className="text-muted">
            <Time value={endpoint.createdAt} />
          </Td>
        </Tr>
      ))}
    </tbody>
  </Table>
);
