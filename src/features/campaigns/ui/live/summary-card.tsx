'use client';
import { RefreshCw } from 'lucide-react';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Notice, Skeleton } from '@/ui/states.tsx';
import { Time } from '@/ui/time.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Campaign } from '../../campaigns.schema.ts';

/** A job writes it within moments; what is not there long after will not come by itself. */
const EXPECTED_WITHIN_MS = 300_000;
const isOldOrCancelled = ({ status, completedAt }: Campaign): boolean =>
  status === 'CANCELLED' || !completedAt || Date.now() - completedAt.getTime() > EXPECTED_WITHIN_MS;

/** What the campaign came to, in a few sentences; written by a job soon after it has completed. */
export function SummaryCard({ campaign }: { campaign: Campaign }) {
  const may = useMay('campaigns:write');
  const utils = trpc.useUtils();
  const write = trpc.campaigns.writeSummary.useMutation({
    onSuccess: (written) => utils.campaigns.get.setData({ id: campaign.id }, written),
  });
  const { summary, status } = campaign;
  if (status === 'FAILED') return null;
  return (
    <Card>
      <CardHeader
        title="In short"
        actions={
          may && (
            <Button
              variant="secondary"
              size="sm"
              pending={write.isPending}
              onClick={() => write.mutate({ id: campaign.id })}
            >
              <RefreshCw aria-hidden />
              {summary ? 'Write again' : 'Write it now'}
            </Button>
          )
        }
      />
      <CardBody className="flex flex-col gap-3" aria-live="polite">
        {write.isError && (
          <Notice tone="danger" title="It could not be written">
            {messageOf(write.error)}
          </Notice>
        )}
        {summary ? (
          <>
            <p className="max-w-prose text-pretty break-words leading-relaxed" data-varies>
              {summary.text}
            </p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
              <Badge tone={summary.source === 'groq' ? 'accent' : 'neutral'}>
                {summary.source === 'groq' ? 'Phrased by AI' : 'Written without AI'}
              </Badge>
              <span>
                Figures counted from the messages <Time value={summary.writtenAt} />
              </span>
              {summary.outdated && <span>Figures have changed since; it is written anew soon.</span>}
            </p>
          </>
        ) : isOldOrCancelled(campaign) ? (
          <p className="text-muted text-sm">Nothing is written yet.</p>
        ) : (
          <div role="status" aria-label="The summary is being written" className="flex flex-col gap-2">
            <Skeleton className="h-5 w-full max-w-prose" />
            <Skeleton className="h-5 w-2/3 max-w-md" />
          </div>
        )}
      </CardBody>
    </Card>
  );
}
