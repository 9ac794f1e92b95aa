import { finalStatuses } from '../../lib/campaign-status.ts';
import { toAppError } from '../../server/errors.ts';
import { publish } from '../../server/events.ts';
import { log } from '../../server/log.ts';
import type { Caller } from '../../server/permissions.ts';
import { createAudience, listAudiences } from '../audiences/audiences.service.ts';
import { readyMadeAudiences } from '../audiences/rules/ready-made.ts';
import type { Campaign } from '../campaigns/campaigns.schema.ts';
import { createCampaign, launchCampaign, listCampaigns } from '../campaigns/campaigns.service.ts';
import { moveIntoPast } from '../campaigns/move-into-past.service.ts';
import type { ImportKind } from '../imports/imports.schema.ts';
import { listVendors, updateSimulator } from '../vendors/vendors.service.ts';
import { firstStepsTopic } from './first-steps.service.ts';
import { type SampleProgress, type SampleStep, sampleSteps } from './onboarding.schema.ts';
import { type SampleCampaign, sampleAudiences, sampleCampaigns, sampleVendor } from './sample-contents.ts';
import { daysToYesterday, ensureSampleImport, isMoving } from './sample-imports.ts';
import { readSample, saveSample } from './sample-workspace.service.ts';

const LOOK_AGAIN_MS = 400;
const MANY = { limit: 500 };

/** What a step came to: it is done, so far done, or cannot be done. */
type Outcome = 'DONE' | { progress: number } | { error: string };

interface Filling {
  caller: Caller;
  sample: SampleProgress;
  /** When the workspace was made: its days are counted from there, however long the filling takes. */
  madeAt: Date;
}

/**
 * Goes on with filling a sample workspace: each step looks first for what it has done already, so it can be broken off
 * anywhere and go on with any worker. The orders' dates are moved so that the last is of yesterday, and the campaigns, once
 * really sent, are moved some weeks back, so that there are orders after them.
 * @returns null when it is full, has failed or is gone; else in how many ms to look again
 */
export async function fillSample(
  { workspaceId }: { workspaceId: string },
  { signal }: { signal: AbortSignal },
): Promise<number | null> {
  for (;;) {
    if (signal.aborted) return 0;
    const found = await readSample(workspaceId);
    if (!found || found.sample.doneAt || found.sample.error !== null) return null;
    const { sample } = found;
    const filling = { caller: callerOf(workspaceId, sample), sample, madeAt: found.createdAt };
    const outcome = await run(sample.step, filling);
    const now = new Date();
    if (outcome === 'DONE') {
      const next = sampleSteps[sampleSteps.indexOf(sample.step) + 1];
      await saveSample(workspaceId, {
        ...sample,
        step: next ?? sample.step,
        progress: next ? 0 : 1,
        movedAt: now,
        doneAt: next ? null : now,
      });
      if (next) continue;
      await publish(firstStepsTopic(workspaceId), {});
      return null;
    }
    if ('error' in outcome) {
      log().warn(
        { workspaceId, step: sample.step, error: outcome.error },
        'A sample workspace was not filled',
      );
      await saveSample(workspaceId, { ...sample, error: outcome.error });
      return null;
    }
    if (outcome.progress !== sample.progress)
      await saveSample(workspaceId, { ...sample, progress: outcome.progress, movedAt: now });
    return LOOK_AGAIN_MS;
  }
}

/** Whoever asked for it: all that is made is theirs. */
const callerOf = (workspaceId: string, { userId }: SampleProgress): Caller => ({
  workspaceId,
  actor: `user:${userId}`,
  userId,
  sessionId: null,
  role: 'OWNER',
  scopes: null,
});

function run(step: SampleStep, filling: Filling): Promise<Outcome> {
  if (step === 'CUSTOMERS' || step === 'ORDERS') return bringIn(step, filling);
  if (step === 'AUDIENCES') return makeAudiences(filling);
  return sendCampaign(sampleCampaigns[step], filling);
}

async function bringIn(kind: ImportKind, { caller, sample, madeAt }: Filling): Promise<Outcome> {
  const shiftDays = kind === 'ORDERS' ? await daysToYesterday(madeAt) : 0;
  const state = await ensureSampleImport(caller, kind, { since: sample.askedAt, shiftDays });
  if (isMoving(state)) return { progress: state.progress };
  if (state.status === 'COMPLETED') return 'DONE';
  const what = kind === 'CUSTOMERS' ? 'customers' : 'orders';
  return {
    error: `The sample’s ${what} were not brought in: ${state.error ?? 'the import was stopped.'}`,
  };
}

async function makeAudiences({ caller }: Filling): Promise<Outcome> {
  const here = await audienceIds(caller);
  for (const key of sampleAudiences)
    if (!here.has(readyMadeAudiences[key].name)) await createAudience(caller, readyMadeAudiences[key]);
  const [vendor] = await listVendors(caller);
  if (vendor?.kind === 'SIMULATOR') await updateSimulator(caller, { id: vendor.id, settings: sampleVendor });
  return 'DONE';
}

async function audienceIds(caller: Caller): Promise<Map<string, string>> {
  const { items } = await listAudiences(caller, MANY);
  return new Map(items.map(({ name, id }) => [name, id]));
}

async function sendCampaign(content: SampleCampaign, { caller, madeAt }: Filling): Promise<Outcome> {
  const campaign =
    (await listCampaigns(caller, MANY)).items.find(({ name }) => name === content.name) ??
    (await draft(content, caller));
  if (campaign.status === 'DRAFT') {
    await launchCampaign(caller, campaign.id).catch((error: unknown) => {
      // Launched by a run that was broken off just now, or by hand.
      if (toAppError(error).code !== 'CONFLICT') throw error;
    });
    return { progress: 0 };
  }
  if (!finalStatuses.includes(campaign.status)) return { progress: shareDone(campaign) };
  if (campaign.status === 'FAILED')
    return { error: `“${campaign.name}” could not be sent: ${campaign.failureReason ?? 'it failed.'}` };
  await moveIntoPast(caller.workspaceId, campaign.id, { days: content.daysAgo, madeAfter: madeAt });
  return 'DONE';
}

async function draft(
  { name, audience, template, experiment }: SampleCampaign,
  caller: Caller,
): Promise<Campaign> {
  const words = readyMadeAudiences[audience];
  const audienceId = (await audienceIds(caller)).get(words.name) ?? (await createAudience(caller, words)).id;
  return createCampaign(caller, { name, audienceId, channel: 'EMAIL', template, experiment });
}

const shareDone = ({ stats }: Campaign): number =>
  stats.audience === 0 ? 0 : 1 - (stats.queued + stats.sending + stats.sent) / stats.audience;
