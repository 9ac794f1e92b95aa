import { z } from 'zod';
import { emailSchema, MAX_PASSWORD, newPasswordSchema, personNameSchema } from './auth.schema.ts';

/** One's own account, as its page shows it. */
export const accountSchema = z.object({
  name: z.string().nullable(),
  email: z.string(),
  emailVerified: z.boolean(),
  hasPassword: z.boolean(),
  google: z.object({
    /** Whether this server offers it. */
    offered: z.boolean(),
    linkedAt: z.date().nullable(),
  }),
  twoFactor: z.object({ confirmedAt: z.date().nullable(), recoveryCodesLeft: z.number().int() }),
  /** Whether letters of the application reach anybody. */
  mail: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;

/** Somebody signed in on some device. */
export const sessionSummarySchema = z.object({
  id: z.string(),
  /** Whether it is the session of whoever asks. */
  isThis: z.boolean(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

export const endedSessionsSchema = z.object({ ended: z.number().int() });

export const currentPasswordSchema = z
  .string('give your password')
  .min(1, 'give your password')
  .max(MAX_PASSWORD, `may have at most ${MAX_PASSWORD} characters`);
/** A code of the authenticator app, or a recovery code. */
export const codeSchema = z.string('give the code').trim().min(6, 'has six digits').max(40, 'is too long');

export const updateProfileInput = z.strictObject({ name: personNameSchema });
export const changePasswordInput = z.strictObject({
  currentPassword: currentPasswordSchema,
  newPassword: newPasswordSchema,
});
export const changeEmailInput = z.strictObject({ email: emailSchema, password: currentPasswordSchema });

/** Shows again that it is really the person: by the password, or by a code of the second factor. */
export const proofInput = z.strictObject({
  password: currentPasswordSchema.optional(),
  code: codeSchema.optional(),
});
export type Proof = z.infer<typeof proofInput>;

export const startedTwoFactorSchema = z.object({
  /** To type into an app by hand. */
  secret: z.string(),
  /** The same for a picture: otpauth://… */
  uri: z.string(),
});
export const confirmTwoFactorInput = z.strictObject({ code: codeSchema });
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });

const tokenSchema = z.string().max(200);
export const requestPasswordResetInput = z.strictObject({ email: emailSchema });
export const resetPasswordInput = z.strictObject({ token: tokenSchema, password: newPasswordSchema });
export const confirmEmailInput = z.strictObject({ token: tokenSchema });
export const accountEmailSchema = z.object({ email: z.string() });
export const doneSchema = z.object({ done: z.literal(true) });
