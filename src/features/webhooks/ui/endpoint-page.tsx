'use client';
import { Pencil, PlugZap } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { SecretList } from '@/ui/secret-list.tsx';
import { ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { WebhookEndpoint } from '../webhooks.schema.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { EndpointActions } from './endpoint-actions.tsx';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { EndpointState } from './endpoint-state.tsx';
import { TestEndpointDialog } from './test-endpoint-dialog.tsx';
import { useEndpointSwitch } from './use-endpoint-switch.ts';

/** One webhook: whether events get through, what it is told of, and its log. */
export function EndpointPage({ id }: { id: string }) {
  const endpoint = trpc.webhooks.get.useQuery({ id });
  if (endpoint.data) return <Loaded endpoint={endpoint.data} />;
  return (
    <Card>
      {endpoint.isError ? (
        <ErrorState message={messageOf(endpoint.error)} onRetry={() => void endpoint.refetch()} />
      ) : (
        <SkeletonRows />
      )}
    </Card>
  );
}

function Loaded({ endpoint }: { endpoint: WebhookEndpoint }) {
  const [editing, setEditing] = useState(false);
  const [testing, setTesting] = useState(false);
  const may = useMay('webhooks:write') === true;
  const { turn, pending } = useEndpointSwitch(endpoint.id);
  return (
    <>
      <PageHeader
        title={new URL(endpoint.url).host}
        description={<span className="break-all">{endpoint.url}</span>}
        breadcrumbs={[{ href: '/settings/webhooks', label: 'Webhooks' }]}
        actions={
          may && (
            <>
              <Button variant="secondary" onClick={() => setTesting(true)}>
                <PlugZap aria-hidden />
                Test
              </Button>
              <Button variant="secondary" onClick={() => setEditing(true)}>
                <Pencil aria-hidden />
                Change
              </Button>
            </>
          )
        }
      />
      <div className="flex flex-col gap-6">
        {endpoint.disabledAt && (
          <Notice tone="warning" title="This webhook is off">
            <p>
              {endpoint.disabledReason} Since {formatDateTime(endpoint.disabledAt)} no events are kept for it.
            </p>
            {may && (
              <Button size="sm" className="mt-3" pending={pending} onClick={() => turn(true)}>
                Turn it on again
              </Button>
            )}
          </Notice>
        )}
        <Card>
          <CardHeader
            title={
              <span className="flex flex-wrap items-center gap-2.5">
                About <EndpointState endpoint={endpoint} />
              </span>
            }
            description={endpoint.description ?? undefined}
          />
          <CardBody className="flex flex-col gap-4">
            <ul aria-label="Events it is told of" className="flex flex-wrap gap-1.5">
              {endpoint.events.map((event) => (
                <li key={event} className="rounded-md bg-sunken px-2 py-0.5 font-mono text-xs">
                  {event}
                </li>
              ))}
            </ul>
            <SecretList secrets={endpoint.secrets} />
            {may && <EndpointActions endpoint={endpoint} />}
          </CardBody>
        </Card>
        <DeliveryLog endpoint={endpoint} may={may} />
      </div>
      {editing && <EndpointDialog endpoint={endpoint} onClose={() => setEditing(false)} />}
      {testing && <TestEndpointDialog endpoint={endpoint} onClose={() => setTesting(false)} />}
    </>
  );
}
