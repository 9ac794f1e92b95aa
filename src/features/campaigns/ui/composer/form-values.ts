import { z } from 'zod';
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
    /** The value of a datetime-local control, in the browser's own time zone; empty: when launched. */
    scheduledAt: z
      .string()
      .refine(
        (text) => text === '' || new Date(text) > new Date(),
        'this moment has passed; choose a later one',
      ),
  })
  .refine(({ channel, subject }) => channel !== 'EMAIL' || subject.trim() !== '', {
    path: ['subject'],
    message: 'an email needs a subject',
  });
export type CampaignFormValues = z.input<typeof campaignFormSchema>;

/** The form's values as the procedures take them. */
export const toCampaignInput = ({
  subject,
  body,
  vendorId,
  scheduledAt,
  ...rest
}: CampaignFormValues): z.input<typeof createCampaignInput> => ({
  ...rest,
  vendorId: vendorId || null,
  template: { ...(rest.channel === 'EMAIL' && subject ? { subject } : {}), body },
  scheduledAt: scheduledAt ? new Date(scheduledAt).toISOString() : null,
});

/** A moment as a datetime-local control shows it. */
export function toLocalInput(date: Date | null): string {
  if (!date) return '';
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
