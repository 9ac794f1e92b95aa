import { z } from 'zod';
import { customerViewStateSchema } from '../customers/customer-view.schema.ts';

/** The most views a list of a workspace may have. */
export const MAX_VIEWS = 50;

/** The lists there are views of, each with what a view of it says. */
const viewStates = { customers: customerViewStateSchema } as const;
export const viewListSchema = z.enum(['customers']);
export type ViewList = z.infer<typeof viewListSchema>;

/** What a view says, read anew: one that was stored by an earlier version is not shown broken. */
export const readViewState = (list: ViewList, state: unknown): SavedView['state'] =>
  viewStates[list].catch({}).parse(state);

const nameSchema = z.string().trim().min(1, 'give it a name').max(60, 'may have at most 60 characters');

export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: customerViewStateSchema,
  /** Whether the list opens with it for whoever asks. */
  isDefault: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const createViewInput = z.strictObject({
  list: viewListSchema,
  name: nameSchema,
  state: customerViewStateSchema,
});
export const updateViewInput = z.strictObject({
  id: z.string(),
  name: nameSchema.optional(),
  state: customerViewStateSchema.optional(),
});
export const defaultViewInput = z.strictObject({
  list: viewListSchema,
  /** null: everything, without a view. */
  id: z.string().nullable(),
});
