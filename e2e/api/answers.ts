import { randomUUID } from 'node:crypto';
import { z } from 'zod';

export const UNKNOWN_ID = '0123456789abcdef01234567';
export const uniqueEmail = (): string => `person-${randomUUID()}@example.com`;
/** The id of what an answer holds. */
export const idOf = async (response: { json(): Promise<unknown> }): Promise<string> =>
  z.object({ id: z.string() }).parse(await response.json()).id;
/** A page of a list. */
export const pageOf = async (response: { json(): Promise<unknown> }) =>
  z
    .object({ items: z.array(z.object({ id: z.string() }).loose()), nextCursor: z.string().nullable() })
    .parse(await response.json());
