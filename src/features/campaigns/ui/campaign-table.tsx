import Link from 'next/link';
import { cn } from '@/lib/cn.ts';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { CampaignStatusBadge } from '@/ui/campaign-status.tsx';
import { Progress } from '@/ui/progress.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import type { Campaign } from '../campaigns.schema.ts';
import { TagBadges } from './campaign-tags.tsx';
import { handledShare, ledgerParts } from './ledger-parts.ts';

/** Figures that there are none of yet. */
const hideOnPhone = ({ stats }: Campaign) => (stats.audience > 0 ? undefined : 'max-sm:hidden');

export const CampaignTable = ({ items, dimmed }: { items: readonly Campaign[]; dimmed: boolean }) => (
  <Table stack label="Campaigns" dimmed={dimmed}>
    <thead>
      <tr>
        <Th>Campaign</Th>
        <Th>Status</Th>
        <Th className="w-56">Progress</Th>
        <Th className="text-right">Recipients</Th>
        <Th className="text-right">Delivered</Th>
        <Th>Launched</Th>
      </tr>
    </thead>
    <tbody>
      {items.map((campaign) => (
        <Tr key={campaign.id}>
          <Td className="max-w-72">
            <Link
              href={`/campaigns/${campaign.id}`}
              className="block truncate font-medium underline-offset-4 hover:underline"
              title={campaign.name}
            >
              {campaign.name}
            </Link>
            <div className="mt-1">
              <TagBadges tags={campaign.tags} />
            </div>
          </Td>
          <Td label="Status">
            <CampaignStatusBadge status={campaign.status} />
            {campaign.status === 'SCHEDULED' && campaign.missedAt && (
              <p className="mt-1 text-small text-warning-text">Missed: waits for you</p>
            )}
          </Td>
          <Td label="Progress" className={hideOnPhone(campaign)}>
            {campaign.stats.audience > 0 ? (
              <Progress
                label={`Progress of ${campaign.name}`}
                value={handledShare(campaign.stats)}
                parts={ledgerParts(campaign.stats)}
                className="h-2 min-w-24"
              />
            ) : (
              <span className="text-muted">–</span>
            )}
          </Td>
          <Td label="Recipients" className={cn('text-right tabular-nums', hideOnPhone(campaign))}>
            {campaign.stats.audience > 0 ? formatNumber(campaign.stats.audience) : '–'}
          </Td>
          <Td label="Delivered" className={cn('text-right tabular-nums', hideOnPhone(campaign))}>
            {campaign.stats.audience > 0
              ? formatShare(campaign.stats.delivered, campaign.stats.audience)
              : '–'}
          </Td>
          <Td label="Launched" className="text-muted">
            {campaign.launchedAt ? (
              <Time value={campaign.launchedAt} />
            ) : campaign.status === 'SCHEDULED' && campaign.scheduledAt ? (
              <Time value={campaign.scheduledAt} />
            ) : (
              'Not yet'
            )}
          </Td>
        </Tr>
      ))}
    </tbody>
  </Table>
);
