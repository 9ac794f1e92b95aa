import { AppError, toAppError } from '../../server/errors.ts';

/** What ends a question about customers before it has an answer. */
export interface QueryLimits {
  /** Milliseconds after which the database itself ends a query. */
  maxTimeMS: number;
  /** Given to the driver, which then closes the connection: MongoDB ends an operation whose client has gone. */
  signal: AbortSignal;
}

/** How long a person is kept waiting for a figure beside a rule. */
const LIVE_LIMIT_MS = 15_000;

/**
 * The limits of a question somebody waits for: it ends when they have gone (`signal`), and after 15 s in any case, also
 * when it is made of many short queries.
 */
export function liveLimits(signal: AbortSignal | undefined): QueryLimits {
  const timeout = AbortSignal.timeout(LIVE_LIMIT_MS);
  return { maxTimeMS: LIVE_LIMIT_MS, signal: signal ? AbortSignal.any([signal, timeout]) : timeout };
}

/** @throws AppError TIMED_OUT in words about the rule, when the question was ended for taking too long */
export async function withinLimits<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // The second is what the driver makes of the first.
    const tooLong = error instanceof Error && /^(Mongo\w+)?TimeoutError$/.test(error.name);
    if (!tooLong && toAppError(error).code !== 'TIMED_OUT') throw error;
    throw new AppError(
      'TIMED_OUT',
      `Counting took longer than ${LIVE_LIMIT_MS / 1_000} seconds, so it was ended. Conditions on single orders take longest: give them a shorter time, put a condition on the customer beside them, or try again later.`,
      { cause: error },
    );
  }
}
