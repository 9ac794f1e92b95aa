import { z } from 'zod';
import { listen, publish } from './events.ts';
import { log } from './log.ts';
import { singleton } from './singleton.ts';

/**
 * Connections that stay open (WebSockets, event streams) belong to somebody who was checked when they began. Whoever
 * takes a right away says so with `endConnections`, and every process closes what that concerns; a client still entitled
 * connects again and is checked anew. Words can be lost while Redis is away, and sessions also run out by themselves, so
 * everything open is checked again every minute besides.
 */
const TOPIC = 'connections.end';
const CHECK_EVERY_MS = 60_000;
/** How long a connection waits for Redis to listen; while Redis is away the minute's check has to do. */
const LISTEN_MS = 1_000;

/** Whose connection it is: `actor` as in Caller, and the session of a signed-in person. */
interface Holder {
  actor: string;
  sessionId: string | null;
}

const endSchema = z.object({
  actor: z.string(),
  /** Only what belongs to this session. */
  sessionId: z.string().optional(),
  /** All but what belongs to this session. */
  exceptSessionId: z.string().optional(),
});
type End = z.infer<typeof endSchema>;

interface Open extends Holder {
  close: () => void;
  isStillAllowed: () => Promise<boolean>;
}

/** Closes an actor's open connections in all processes, those of one session or all but one's where that is named. */
export const endConnections = (end: End): Promise<void> => publish(TOPIC, end);

/**
 * Enters a connection in the process's book. Check the rights again after this resolves, before anything is sent: what
 * was taken away until then has not been heard of.
 * @param close ends the connection; called at most once
 * @param isStillAllowed asks anew; when it throws the connection stays for the next time
 * @returns what takes it out of the book, for when it has ended
 */
export async function watchConnection(
  holder: Holder,
  close: () => void,
  isStillAllowed: () => Promise<boolean>,
): Promise<() => void> {
  const { open, listening } = book();
  const entry: Open = { ...holder, close, isStillAllowed };
  open.add(entry);
  await Promise.race([listening, new Promise((resolve) => setTimeout(resolve, LISTEN_MS).unref())]);
  return () => open.delete(entry);
}

const book = () =>
  singleton('open-connections', () => {
    const open = new Set<Open>();
    const end = (entry: Open) => {
      if (open.delete(entry)) entry.close();
    };
    const listening = listen(TOPIC, (event) => {
      const words = endSchema.safeParse(event);
      if (!words.success) return;
      for (const entry of [...open]) if (concerns(words.data, entry)) end(entry);
    });
    setInterval(() => {
      for (const entry of [...open])
        entry.isStillAllowed().then(
          (allowed) => allowed || end(entry),
          (error: unknown) => log().info({ err: error }, 'An open connection could not be checked'),
        );
    }, CHECK_EVERY_MS).unref();
    return { open, listening };
  });

const concerns = ({ actor, sessionId, exceptSessionId }: End, open: Holder): boolean =>
  open.actor === actor &&
  (sessionId === undefined || open.sessionId === sessionId) &&
  (exceptSessionId === undefined || open.sessionId !== exceptSessionId);
