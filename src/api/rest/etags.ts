import { createHash } from 'node:crypto';
import { AppError } from '../../server/errors.ts';

// An ETag is "<version>-<hash>": the version is the thing's `updatedAt`, the hash that of the whole answer. If-None-Match
// asks for both, since figures change without anybody's editing; If-Match asks for the version alone, since it guards edits.

const TAG = /^"([0-9a-z]+)-[0-9a-f]{16}"$/;
/** The version of what was never changed and carries no moment of its own. */
const UNCHANGED = new Date(0);
/** A version nothing has. */
const NEVER = new Date(-1);

/** @param body the answer as it is sent; @param thing what it says, before fields were chosen */
export function etagOf(body: string, thing: unknown): string {
  const updatedAt =
    typeof thing === 'object' && thing !== null && 'updatedAt' in thing ? thing.updatedAt : null;
  const version = typeof updatedAt === 'string' ? new Date(updatedAt) : UNCHANGED;
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return `"${version.getTime().toString(36)}-${hash}"`;
}

/** Whether an If-None-Match header names the tag; weakly, as it is asked for (RFC 9110, 13.1.2). */
export function matchesNone(header: string, etag: string): boolean {
  return header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');
}

/**
 * The version an If-Match header asks for; undefined when any will do. A weak tag, or one that is none of ours, fits
 * nothing.
 * @throws AppError VALIDATION for more than one tag
 */
export function guardOf(header: string): Date | undefined {
  const tag = header.trim();
  if (tag === '*') return undefined;
  if (tag.includes(','))
    throw new AppError(
      'VALIDATION',
      'If-Match takes one ETag here: the one the thing had when it was read.',
      {
        errors: [{ path: 'If-Match', message: 'holds several' }],
      },
    );
  const version = TAG.exec(tag)?.[1];
  const moment = version === undefined ? NEVER : new Date(Number.parseInt(version, 36));
  return Number.isNaN(moment.getTime()) ? NEVER : moment;
}
