import { z } from 'zod';
import { updateWorkspaceInput, type WorkspaceSettings } from '../../workspaces/workspaces.schema.ts';

type Retention = WorkspaceSettings['retention'];

/** What the form's boxes hold. */
export interface RetentionValues {
  importRowDays: string;
  undoDays: string;
  /** Empty: for ever. */
  addressDays: string;
  auditDays: string;
}

export const retentionValuesOf = (retention: Retention): RetentionValues => ({
  importRowDays: String(retention.importRowDays),
  undoDays: String(retention.undoDays),
  addressDays: String(retention.addressDays ?? ''),
  auditDays: String(retention.auditDays),
});

/** An empty box is no number: Number('') would be 0. */
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

export const retentionOf = (values: RetentionValues): Retention => ({
  importRowDays: numberOf(values.importRowDays),
  undoDays: numberOf(values.undoDays),
  addressDays: values.addressDays.trim() === '' ? null : numberOf(values.addressDays),
  auditDays: numberOf(values.auditDays),
});

/** Checks the boxes by the API's own schema and says at each what is wrong. */
export const retentionFormSchema = z.custom<RetentionValues>().superRefine((values, context) => {
  const checked = updateWorkspaceInput.safeParse({ settings: { retention: retentionOf(values) } });
  for (const { path, message } of checked.error?.issues ?? [])
    context.addIssue({ code: 'custom', path: [String(path.at(-1))], message });
});
