import { z } from 'zod';
import { fromZonedText } from '@/lib/zoned-time.ts';
import { channels, createCampaignInput } from '../../campaigns.schema.ts';

const draft = createCampaignInput.shape;

/** What the form holds: every control as text, as the browser has it. */
export const campaignFormSchema = z
  .object({
    name: draft.name,
    audienceId: z.string().min(1, 'choose who gets it'),
    channel: z.enum(channels),
    vendorId: z.string(),
    subject: z.string().max(500, 'may have at most 500 characters'),
    body: z
      .string()
      .max(100_000, 'may have at most 100,000 characters')
      .refine((text) => text.trim() !== '', 'write a message'),
    /** The value of a datetime-local control, by the clocks of `timeZone`; empty: when launched. */
    scheduledAt: z.string(),
    timeZone: z.string(),
  })
  .refine(({ scheduledAt, timeZone }) => scheduledAt === '' || isToCome(scheduledAt, timeZone), {
    path: ['scheduledAt'],
    message: 'this moment has passed; choose a later one',
  })
  .refine(({ channel, subject }) => channel !== 'EMAIL' || subject.trim() !== '', {
    path: ['subject'],
    message: 'an email needs a subject',
  });
function isToCome(text: string, timeZone: string): boolean {
  const moment = fromZonedText(text, timeZone);
  return moment !== null && moment > new Date();
}

export type CampaignFormValues = z.input<typeof campaignFormSchema>;

/** The form's values as the procedures take them. */
export const toCampaignInput = ({
  subject,
  body,
  vendorId,
  scheduledAt,
  timeZone,
  ...rest
}: CampaignFormValues): z.input<typeof createCampaignInput> => ({
  ...rest,
  vendorId: vendorId || null,
  template: { ...(rest.channel === 'EMAIL' && subject ? { subject } : {}), body },
  scheduledAt: fromZonedText(scheduledAt, timeZone)?.toISOString() ?? null,
  timeZone: scheduledAt ? timeZone : null,
});
