'use client';
import { messageOf } from './trpc.tsx';

// Comes with the first notice, or with the place for them (`providers.tsx`): no page needs it to stand.
const sonner = () => import('sonner').then((module) => module.toast);

/** How long a notice stays, in ms. What went wrong takes longer to read; what can be undone must be reached in time. */
const STAYS = { success: 4_000, error: 10_000, undo: 10_000 } as const;

/**
 * Short notices at the edge of the page, read out by screen readers.
 * An error may be given as it was thrown: the server's words are shown.
 */
export const toast = {
  success: (message: string, description?: string) =>
    void sonner().then((show) =>
      show.success(message, { duration: STAYS.success, ...(description ? { description } : {}) }),
    ),
  error: (problem: unknown) =>
    void sonner().then((show) =>
      show.error(typeof problem === 'string' ? problem : messageOf(problem), { duration: STAYS.error }),
    ),
  /** It went otherwise than one might think, and nothing is broken. */
  warning: (message: string) =>
    void sonner().then((show) => show.warning(message, { duration: STAYS.error })),
  /**
   * Says what was done, with the way back.
   * @param undo called when the way back is taken
   * @param gone called when the notice goes, by itself or by hand
   */
  undo: (message: string, undo: () => void, gone?: () => void) =>
    void sonner().then((show) =>
      show.success(message, {
        duration: STAYS.undo,
        action: { label: 'Undo', onClick: undo },
        ...(gone ? { onAutoClose: gone, onDismiss: gone } : {}),
      }),
    ),
};
