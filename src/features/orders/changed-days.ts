import type { ClientSession, ObjectId } from 'mongodb';
import { markChanged, markChanging } from '../../server/change-marks.ts';
import { log } from '../../server/log.ts';

/** What the marks of a workspace's orders are kept under; their parts are the days (UTC, 2026-03-29) orders are placed on. */
export const orderSubject = (workspaceId: string): string => `orders:${workspaceId}`;

/**
 * Says that orders placed at these moments are being written, moved or deleted, and once the session they are changed in has
 * ended, that they are. Orders do not wait for it: while Redis is away the marks are sent when it is back.
 */
export function noteOrdersChanging(
  workspaceId: ObjectId,
  placedAt: Iterable<Date>,
  session: ClientSession | undefined,
): void {
  const days = new Set<string>();
  for (const moment of placedAt) days.add(moment.toISOString().slice(0, 10));
  const subject = orderSubject(workspaceId.toHexString());
  const send = (mark: typeof markChanged) =>
    void mark(subject, [...days]).catch((error: unknown) =>
      log().warn(
        { workspaceId: workspaceId.toHexString(), err: error },
        'Changed orders could not be marked',
      ),
    );
  send(markChanging);
  session?.once('ended', () => send(markChanged));
}
