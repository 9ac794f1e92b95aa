import { Check, CircleOff, TriangleAlert } from 'lucide-react';
import { Badge } from '@/ui/badge.tsx';
import { Time } from '@/ui/time.tsx';
import type { WebhookEndpoint } from '../webhooks.schema.ts';

/** Whether events get through to an address. */
export function EndpointState({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { disabledAt, failingSince } = endpoint;
  if (disabledAt)
    return (
      <Badge tone="danger">
        <CircleOff aria-hidden />
        Off
      </Badge>
    );
  if (failingSince)
    return (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-normal">
        <Badge tone="warning">
          <TriangleAlert aria-hidden />
          Failing
        </Badge>
        <span className="text-small text-muted">
          since <Time value={failingSince} />
        </span>
      </span>
    );
  return (
    <Badge tone="success">
      <Check aria-hidden />
      On
    </Badge>
  );
}
