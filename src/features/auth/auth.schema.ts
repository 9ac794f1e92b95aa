import { z } from 'zod';
import { MIN_PASSWORD } from './password-rules.schema.ts';

export const emailSchema = z
  .string('give an email address')
  .trim()
  .toLowerCase()
  .max(254, 'is too long')
  .regex(/^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>.]{2,}$/, 'is not an email address');

export const MAX_PASSWORD = 200;

/** A password somebody chooses; the server refuses the most common ones besides. */
export const newPasswordSchema = z
  .string('choose a password')
  .min(MIN_PASSWORD, `must have at least ${MIN_PASSWORD} characters`)
  .max(MAX_PASSWORD, `may have at most ${MAX_PASSWORD} characters`);

export const personNameSchema = z
  .string('give a name')
  .trim()
  .min(1, 'give a name')
  .max(100, 'may have at most 100 characters');

export const registerInput = z.strictObject({
  name: personNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  /** The token of the invitation somebody comes with. */
  invitation: z
    .string()
    .regex(/^[\w-]{43}$/, 'is not the token of an invitation')
    .optional(),
});
export type RegisterInput = z.output<typeof registerInput>;

export const registeredUserSchema = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type RegisteredUser = z.infer<typeof registeredUserSchema>;
