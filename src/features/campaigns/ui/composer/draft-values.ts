import type { z } from 'zod';
import { fromZonedText, toZonedText } from '@/lib/zoned-time.ts';
import {
  type Campaign,
  type Channel,
  MAX_HOLDOUT,
  type updateCampaignInput,
  variantKeys,
} from '../../campaigns.schema.ts';
import { ownTimeZone } from '../schedule/zone-select.tsx';
import type { DraftText } from './shares.ts';

/** A draft as its pages hold it: every control as the browser has it. */
export interface DraftValues {
  name: string;
  audienceId: string;
  channel: Channel;
  /** Empty: the simulator. */
  vendorId: string;
  texts: DraftText[];
  /** Percent that get nothing. */
  holdout: number;
  /** The value of a datetime-local control, by the clocks of `timeZone`; empty: when launched. */
  scheduledAt: string;
  timeZone: string;
}

export const steps = ['audience', 'message', 'review', 'schedule'] as const;
export type Step = (typeof steps)[number];

/** Something that is missing or wrong, and in which control. `key` names the text it is of. */
export interface DraftProblem {
  step: Step;
  field: 'name' | 'audienceId' | 'subject' | 'body' | 'holdout' | 'scheduledAt';
  key?: string;
  message: string;
}

export function valuesOf(campaign: Campaign): DraftValues {
  const { template, experiment } = campaign;
  const others = experiment?.variants ?? [];
  const timeZone = campaign.timeZone ?? ownTimeZone();
  const rest = others.reduce((sum, { share }) => sum + share, 0);
  return {
    name: campaign.name,
    audienceId: campaign.audienceId,
    channel: campaign.channel,
    vendorId: campaign.vendorId ?? '',
    texts: [{ key: 'A', share: 100 - rest, template }, ...others].map(({ key, share, template: text }) => ({
      key,
      share,
      subject: text.subject ?? '',
      body: text.body,
    })),
    holdout: experiment?.holdout ?? 0,
    scheduledAt: campaign.scheduledAt ? toZonedText(campaign.scheduledAt, timeZone) : '',
    timeZone,
  };
}

/** What keeps it from being launched, by step. */
export function problemsIn(values: DraftValues, now = new Date()): DraftProblem[] {
  const { name, audienceId, channel, texts, holdout, scheduledAt, timeZone } = values;
  const problems: DraftProblem[] = [];
  if (name.trim() === '')
    problems.push({ step: 'audience', field: 'name', message: 'give the campaign a name' });
  if (audienceId === '')
    problems.push({ step: 'audience', field: 'audienceId', message: 'choose who gets it' });
  for (const { key, subject, body } of texts) {
    const of = texts.length > 1 ? ` ${key}` : '';
    if (channel === 'EMAIL' && subject.trim() === '')
      problems.push({ step: 'message', field: 'subject', key, message: 'an email needs a subject' });
    if (body.trim() === '')
      problems.push({ step: 'message', field: 'body', key, message: `write the message${of}` });
  }
  if (!Number.isInteger(holdout) || holdout < 0 || holdout > MAX_HOLDOUT)
    problems.push({
      step: 'message',
      field: 'holdout',
      message: `must be a whole number from 0 to ${MAX_HOLDOUT}`,
    });
  if (scheduledAt !== '') {
    const moment = fromZonedText(scheduledAt, timeZone);
    if (!moment || moment <= now)
      problems.push({
        step: 'schedule',
        field: 'scheduledAt',
        message: 'this moment has passed; choose a later one',
      });
  }
  return problems;
}

type Input = Omit<z.input<typeof updateCampaignInput>, 'id' | 'ifUpdatedAt'>;

/** What of the draft can be saved as it stands: a part that the server would not take is left as it was. */
export function toInput(values: DraftValues): Input {
  const { name, audienceId, channel, vendorId, texts, holdout, scheduledAt, timeZone } = values;
  const wrong = new Set(problemsIn(values).map(({ field }) => field));
  const template = ({ subject, body }: DraftText) => ({
    ...(channel === 'EMAIL' && subject.trim() ? { subject } : {}),
    body,
  });
  const [first, ...others] = texts;
  const variants = others.flatMap((text, i) => {
    const key = variantKeys[i];
    return key ? [{ key, share: text.share, template: template(text) }] : [];
  });
  return {
    ...(wrong.has('name') ? {} : { name }),
    ...(wrong.has('audienceId') ? {} : { audienceId }),
    channel,
    vendorId: vendorId || null,
    ...(first && first.body.trim() !== '' ? { template: template(first) } : {}),
    ...(wrong.has('holdout') || others.some(({ body }) => body.trim() === '')
      ? {}
      : { experiment: variants.length === 0 && holdout === 0 ? null : { variants, holdout } }),
    ...(wrong.has('scheduledAt')
      ? {}
      : {
          scheduledAt: fromZonedText(scheduledAt, timeZone)?.toISOString() ?? null,
          timeZone: scheduledAt ? timeZone : null,
        }),
  };
}

/** Whether `toInput` leaves something out, so that the draft is not saved as it stands. */
export const isWhole = (values: DraftValues): boolean =>
  problemsIn(values).every(({ field }) => field === 'subject');
