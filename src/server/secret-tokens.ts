import { createHash, randomBytes } from 'node:crypto';

// Secrets that somebody carries: keys, links of letters and invitations. They are as long as a key, so that their plain hash is
// enough to keep: nobody can try them all, and what stands in the database opens nothing.

/** 32 random bytes in base64url: 43 characters. */
export const newSecretToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of it: SHA-256 in hexadecimal. */
export const hashOfSecretToken = (token: string): string => createHash('sha256').update(token).digest('hex');
