import { z } from 'zod';
import {
  type UpdateWorkspaceInput,
  updateWorkspaceInput,
  type WorkspaceDetails,
} from '../../workspaces.schema.ts';

/** What the form's boxes hold: texts and ticks. */
export interface WorkspaceFormValues {
  name: string;
  currency: string;
  timeZone: string;
  capped: boolean;
  capMessages: string;
  capDays: string;
  quiet: boolean;
  quietFrom: string;
  quietTo: string;
  softBounceLimit: string;
  /** Empty: what the server is set to. */
  receiptTimeoutMinutes: string;
}

/** What stands in the boxes of a rule that is switched on. */
const SUGGESTED = { capMessages: '3', capDays: '7', quietFrom: '21:00', quietTo: '08:00' };

export const workspaceValuesOf = ({ name, currency, settings }: WorkspaceDetails): WorkspaceFormValues => ({
  name,
  currency,
  timeZone: settings.timeZone,
  capped: settings.frequencyCap !== null,
  capMessages: String(settings.frequencyCap?.messages ?? SUGGESTED.capMessages),
  capDays: String(settings.frequencyCap?.days ?? SUGGESTED.capDays),
  quiet: settings.quietHours !== null,
  quietFrom: settings.quietHours?.from ?? SUGGESTED.quietFrom,
  quietTo: settings.quietHours?.to ?? SUGGESTED.quietTo,
  softBounceLimit: String(settings.softBounceLimit),
  receiptTimeoutMinutes: String(settings.receiptTimeoutMinutes ?? ''),
});

/** An empty box is no number: Number('') would be 0. */
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

export const workspaceInputOf = (values: WorkspaceFormValues): UpdateWorkspaceInput => ({
  name: values.name,
  currency: values.currency,
  settings: {
    timeZone: values.timeZone,
    frequencyCap: values.capped
      ? { messages: numberOf(values.capMessages), days: numberOf(values.capDays) }
      : null,
    quietHours: values.quiet ? { from: values.quietFrom, to: values.quietTo } : null,
    softBounceLimit: numberOf(values.softBounceLimit),
    receiptTimeoutMinutes:
      values.receiptTimeoutMinutes.trim() === '' ? null : numberOf(values.receiptTimeoutMinutes),
  },
});

/** The box in which a field of the input is typed. */
const boxes: Record<string, keyof WorkspaceFormValues> = {
  name: 'name',
  currency: 'currency',
  'settings.timeZone': 'timeZone',
  'settings.frequencyCap.messages': 'capMessages',
  'settings.frequencyCap.days': 'capDays',
  'settings.quietHours.from': 'quietFrom',
  'settings.quietHours.to': 'quietTo',
  'settings.softBounceLimit': 'softBounceLimit',
  'settings.receiptTimeoutMinutes': 'receiptTimeoutMinutes',
};

/** Checks the boxes by the API's own schema and says at each what is wrong. */
export const workspaceFormSchema = z.custom<WorkspaceFormValues>().superRefine((values, context) => {
  for (const { path, message } of updateWorkspaceInput.safeParse(workspaceInputOf(values)).error?.issues ??
    [])
    context.addIssue({ code: 'custom', path: [boxes[path.join('.')] ?? 'name'], message });
});
