import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { decryptSecret, encryptSecret } from './secrets.ts';

/**
 * Secrets that sign webhooks, ours or a vendor's: one at present, and earlier ones until they retire, so that both sides
 * need not change in the same moment. Kept as one encrypted text.
 */
const rotatingSecretsSchema = z.array(
  z.object({
    /** Standard Webhooks: `whsec_` and base64 of 32 random bytes. */
    secret: z.string(),
    /** ISO 8601. */
    createdAt: z.string(),
    /** ISO 8601; null for the present one. */
    retiresAt: z.string().nullable(),
  }),
);
export type RotatingSecrets = z.infer<typeof rotatingSecretsSchema>;

const SECRET_BYTES = 32;
/** Earlier secrets that may be good at once; the oldest go first. */
const MAX_EARLIER = 4;

/** @param place what they belong to, such as `receipts:<vendor>` @throws UnreadableSecretError */
export const openRotating = (stored: string | null, place: string): RotatingSecrets =>
  stored === null ? [] : rotatingSecretsSchema.parse(JSON.parse(decryptSecret(stored, place)));

export const sealRotating = (secrets: RotatingSecrets, place: string): string =>
  encryptSecret(JSON.stringify(secrets), place);

/** A new present secret first; those before retire after `overlapMs`, or earlier if they were to anyway. */
export function rotated(before: RotatingSecrets, overlapMs: number, now: Date): RotatingSecrets {
  const end = new Date(now.getTime() + overlapMs).toISOString();
  const present = {
    secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
    createdAt: now.toISOString(),
    retiresAt: null,
  };
  const earlier = stillGood(before, now).map((one) => ({
    ...one,
    retiresAt: one.retiresAt !== null && one.retiresAt < end ? one.retiresAt : end,
  }));
  return [present, ...stillGood(earlier, now).slice(0, MAX_EARLIER)];
}

/** Only the present one, from now on. */
export const withoutEarlier = (secrets: RotatingSecrets): RotatingSecrets =>
  secrets.filter(({ retiresAt }) => retiresAt === null);

/** Those that are good at `now`, the present one first. */
export const stillGood = (secrets: RotatingSecrets, now: Date): RotatingSecrets =>
  secrets.filter(({ retiresAt }) => retiresAt === null || retiresAt > now.toISOString());

/** What may be shown of them. */
export const secretStates = (secrets: RotatingSecrets, now: Date) =>
  stillGood(secrets, now).map(({ createdAt, retiresAt }) => ({
    createdAt: new Date(createdAt),
    retiresAt: retiresAt === null ? null : new Date(retiresAt),
  }));
