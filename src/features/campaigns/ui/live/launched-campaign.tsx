'use client';
import { formatDateTime } from '@/lib/format.ts';
import { Notice } from '@/ui/states.tsx';
import { Time, useNow } from '@/ui/time.tsx';
import { useAddressParam } from '@/ui/use-address-param.ts';
import type { Campaign } from '../../campaigns.schema.ts';
import { CampaignHead } from '../campaign-head.tsx';
import { DuplicateButton } from '../copy-buttons.tsx';
import { SavedPreview } from '../draft/saved-preview.tsx';
import { MessageLog } from '../log/message-log.tsx';
import { TimelineDialog } from '../log/timeline-dialog.tsx';
import { WhyCard } from '../log/why-card.tsx';
import { EarnedCard } from '../results/earned-card.tsx';
import { useResults } from '../results/use-results.ts';
import { ScheduleNotice } from '../schedule/schedule-notice.tsx';
import { CampaignControls } from './campaign-controls.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { ProgressCard } from './progress-card.tsx';
import { ResultsCard } from './results-card.tsx';
import { SummaryCard } from './summary-card.tsx';
import { isOver, type LiveProgress } from './use-campaign-progress.ts';

/** A campaign that was launched: watched while it runs, looked back on when it has ended. */
export function LaunchedCampaign({ campaign, progress }: { campaign: Campaign; progress: LiveProgress }) {
  const [messageId, setMessageId] = useAddressParam('message');
  const results = useResults(
    campaign.id,
    JSON.stringify([campaign.stats, campaign.status, progress.lostSince]),
  );
  const launched = campaign.status !== 'SCHEDULED';
  return (
    <>
      <CampaignHead
        campaign={campaign}
        when={
          campaign.launchedAt && (
            <>
              launched <Time value={campaign.launchedAt} />
            </>
          )
        }
        actions={
          <>
            <DuplicateButton campaign={campaign} />
            <CampaignControls campaign={campaign} />
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <ConnectionNotice lostSince={progress.lostSince} />
        {campaign.status === 'SCHEDULED' && campaign.scheduledAt && <ScheduleNotice campaign={campaign} />}
        {campaign.status === 'SENDING' && progress.vendorRetryAt && (
          <Notice tone="warning" title="The vendor does not answer">
            It is left alone for a while and tried again <Time value={progress.vendorRetryAt} />. Messages
            wait; nobody is lost.
          </Notice>
        )}
        {!isOver(campaign.status) && <HeldNotice held={progress.held} />}
        {campaign.failureReason && (
          <Notice tone="danger" title="The campaign could not be sent">
            {campaign.failureReason}
          </Notice>
        )}
        {launched && <ProgressCard campaign={campaign} progress={progress} results={results.data} />}
        {isOver(campaign.status) && campaign.launchedAt && <SummaryCard campaign={campaign} />}
        {isOver(campaign.status) && campaign.stats.audience > 0 && <ResultsCard campaign={campaign} />}
        {launched && campaign.stats.audience > 0 && <EarnedCard campaign={campaign} results={results} />}
        <WhyCard campaignId={campaign.id} onOpen={setMessageId} />
        {launched && <MessageLog campaign={campaign} progress={progress} onOpen={setMessageId} />}
        <SavedPreview campaign={campaign} />
      </div>
      {messageId && <TimelineDialog messageId={messageId} onClose={() => setMessageId(null)} />}
    </>
  );
}

/** Who waits for the end of their quiet hours stays among the waiting, so it is said why they wait. */
function HeldNotice({ held }: { held: LiveProgress['held'] }) {
  const now = useNow(30_000);
  return held && held.until > now ? (
    <Notice tone="info" title="Some people are in their quiet hours">
      Their messages wait and go out by themselves, the last ones from {formatDateTime(held.until)}.
    </Notice>
  ) : null;
}
