import { isIP, isIPv6 } from 'node:net';
import type { Client } from '../../server/client.ts';
import { countCall, forgiveCalls, limits, type RateLimit, refundCall } from '../../server/rate-limit.ts';
import { wasSeenAt } from './sessions.repository.ts';

/**
 * Guessing is stopped in two ways: so many wrong tries for one account, from wherever they come, and so many from one
 * address, for whatever accounts. Both are counted before anything is compared, so that guesses at the same moment count
 * as well, and both wait a few minutes rather than until somebody unlocks: a lock that only a person opens is a way to
 * lock others out.
 *
 * Still, a stranger who never stops guessing would keep the owner out for as long. So an address that the account has
 * been signed in at (within the month that sessions are kept) has a count of its own: strangers' tries do not fill it, and
 * the owner gets in at home while the account is under attack. Elsewhere a new password by mail begins the count anew,
 * and signs in at once.
 */
export interface Guess {
  /** What a right guess does: the account's count begins anew, the address gets its one try back. */
  wasRight(): Promise<void>;
}

/**
 * Counts one guess at an account's secret.
 * @param account what it is a guess at: the address it is for, whether or not there is an account
 * @throws AppError RATE_LIMITED that says how long to wait; UNAVAILABLE when it cannot be counted
 */
export async function countGuess(
  limit: RateLimit,
  account: { key: string; userId: string | null },
  client: Client,
): Promise<Guess> {
  const network = networkOf(client);
  if (network !== null) await countCall(limits.signInFrom, network);
  const known =
    client.address !== null && account.userId !== null && (await wasSeenAt(account.userId, client.address));
  const key = known ? `${account.key} at ${client.address}` : account.key;
  await countCall(limit, key);
  return {
    async wasRight() {
      await Promise.all([
        forgiveCalls(limit, key),
        ...(network === null ? [] : [refundCall(limits.signInFrom, network)]),
      ]);
    },
  };
}

/** Begins the count anew for strangers' addresses: whoever has the account's mailbox is its owner. */
export const forgiveGuesses = (limit: RateLimit, key: string): Promise<void> => forgiveCalls(limit, key);

/**
 * Where limits by address count somebody: one household or office, which is an IPv4 address, or the /64 that IPv6 gives
 * it, within which addresses are free to choose. null for what came from no address, or from this very machine: that is
 * a proxy which TRUSTED_PROXIES does not count, with everybody behind it.
 */
export function networkOf({ address }: Pick<Client, 'address'>): string | null {
  if (address === null || isIP(address) === 0 || /^127\.|^::1$/.test(address)) return null;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = address.includes('::')
    ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left;
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
