import { AppError } from './errors.ts';

// `updatedAt` names the version of a thing: it rises strictly with each change, and a change is written only over the
// version it was made from. An ETag carries it (src/api/rest/etags.ts).

/** How often a change is made anew because somebody else was faster, before the caller is told. */
const ATTEMPTS = 20;

/** The moment of a change; later than that of the one before, whatever the clock says. */
export const laterThan = (before: Date | null): Date =>
  new Date(Math.max(Date.now(), (before?.getTime() ?? 0) + 1));

export const changedMeanwhile = (): AppError =>
  new AppError(
    'PRECONDITION_FAILED',
    'Somebody else changed this meanwhile, so nothing was saved. Look at it again, then make your change.',
  );

/**
 * Changes a thing as it is at that moment: reads it, and writes only while nobody else has written.
 * @param read the thing now; throws NOT_FOUND when it is gone
 * @param write the change, guarded by `updatedAt` of what was read; null when somebody was faster, and it is made anew
 * @param ifUpdatedAt the version the caller has seen; without one the last change wins
 * @throws AppError PRECONDITION_FAILED when the thing is not at `ifUpdatedAt` any more
 */
export async function changeVersion<Row extends { updatedAt: Date | null }, Result>(
  read: () => Promise<Row>,
  write: (row: Row) => Promise<Result | null>,
  ifUpdatedAt: Date | undefined,
): Promise<Result> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const row = await read();
    if (ifUpdatedAt && (row.updatedAt?.getTime() ?? 0) !== ifUpdatedAt.getTime()) throw changedMeanwhile();
    const result = await write(row);
    if (result !== null) return result;
  }
  throw new AppError('CONFLICT', 'Too many are changing this at the same time. Try again in a moment.');
}
