import { formatDuration, formatNumber, formatShare, plural } from '../../../lib/format.ts';
import type { CampaignFacts } from './facts.ts';
import type { Difference } from './groups.ts';

/** A campaign's result in a few plain sentences, the most important first. All its figures are those of the facts. */
export const summarySentences = (facts: CampaignFacts): string[] =>
  [
    reachedSentence(facts),
    facts.cancelled && facts.stats.cancelled > 0
      ? `It was cancelled before ${people(facts.stats.cancelled)} could be sent to.`
      : null,
    ...facts.groups.map(groupSentence),
    failedSentence(facts),
    skippedSentence(facts),
    readSentence(facts),
    ordersSentence(facts),
  ].filter((sentence) => sentence !== null);

const people = (n: number): string => plural(n, 'person', 'people');

function reachedSentence({ stats, tookMs }: CampaignFacts): string {
  const { audience, delivered, sent } = stats;
  if (audience === 0) return 'Nobody was in the audience, so nothing was sent.';
  if (delivered === 0 && sent === 0)
    return `None of the ${people(audience)} in the audience got the message.`;
  const took = tookMs === null ? '' : ` It took ${formatDuration(tookMs)} from the launch to the end.`;
  if (delivered === 0)
    return `${formatNumber(sent)} of ${people(audience)} were sent to; no receipt came for any of them.${took}`;
  const silent = sent > 0 ? ` For ${plural(sent, 'message')} no receipt came.` : '';
  return `${formatNumber(delivered)} of ${people(audience)} were reached (${formatShare(delivered, audience)}).${silent}${took}`;
}

function groupSentence({ people: n, delivered, others, ...group }: Difference): string {
  const share = formatShare(delivered, n);
  const rest = formatShare(others.delivered, others.people);
  const figures = `${share} (${formatNumber(delivered)} of ${formatNumber(n)})`;
  return share === rest
    ? `Of the ${groupName(group)} ${figures} were reached, as of the others.`
    : `Of the ${groupName(group)} ${figures} were reached, of the others ${rest}.`;
}

function groupName({ kind, name }: Pick<Difference, 'kind' | 'name'>): string {
  if (kind === 'country') return `customers in ${name}`;
  return kind === 'segment' ? name : `customers tagged “${name}”`;
}

function failedSentence({ stats, failures }: CampaignFacts): string | null {
  const parts = [
    stats.bounced > 0 ? `${formatNumber(stats.bounced)} bounced` : null,
    stats.dead > 0 ? `${formatNumber(stats.dead)} failed for good` : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const [most] = failures;
  const only = most?.count === stats.bounced + stats.dead;
  const why = most
    ? only
      ? `, because of “${most.reason}”`
      : `, most often because of “${most.reason}” (${formatNumber(most.count)})`
    : '';
  return `${parts.join(' and ')}${why}.`;
}

const MOST_SKIPS = 2;

function skippedSentence({ stats, skips }: CampaignFacts): string | null {
  if (stats.skipped === 0) return null;
  const told = skips.slice(0, MOST_SKIPS);
  const rest = stats.skipped - told.reduce((sum, { count }) => sum + count, 0);
  const reasons = told.map(({ count, ...skip }) => `${formatNumber(count)} ${skipClause(skip)}`);
  if (rest > 0) reasons.push(`${formatNumber(rest)} for other reasons`);
  return `${people(stats.skipped)} ${stats.skipped === 1 ? 'was' : 'were'} left out: ${listed(reasons)}.`;
}

const suppressedClauses: Record<string, string> = {
  unsubscribed: 'had unsubscribed',
  bounced: 'had bounced before',
  soft_bounced: 'had kept bouncing',
  complained: 'had complained before',
};

function skipClause({ reason, detail }: { reason: string; detail: string | null }): string {
  switch (reason) {
    case 'NO_ADDRESS':
      return `had ${detail ?? 'no address'}`;
    case 'SUPPRESSED':
      return suppressedClauses[detail ?? ''] ?? 'had been blocked';
    case 'MISSING_VARIABLE':
      return detail === 'the message would be empty'
        ? 'would have got an empty message'
        : `had no value for ${detail ?? 'a variable'}`;
    case 'FREQUENCY_CAP':
      return 'had had enough messages lately';
    case 'HOLDOUT':
      return 'got nothing on purpose (the holdout group)';
    default:
      return 'had been deleted';
  }
}

function readSentence({ opened, clicked, complained, unsubscribed }: CampaignFacts): string | null {
  const did = [
    [opened, 'opened it'],
    [clicked, 'clicked a link'],
    [unsubscribed, 'unsubscribed'],
    [complained, 'complained'],
  ] as const;
  const parts = did.flatMap(([n, what]) => (n > 0 ? [`${formatNumber(n)} ${what}`] : []));
  return parts.length > 0 ? `${listed(parts)}.` : null;
}

function ordersSentence({ orders }: CampaignFacts): string | null {
  if (!orders) return null;
  const when = orders.over ? `Within ${orders.days} days` : 'So far';
  return `${when}, ${people(orders.people)} it reached placed ${plural(orders.orders, 'order')} worth ${orders.revenue}.`;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
