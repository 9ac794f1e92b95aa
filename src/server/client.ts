import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Where a request came from. */
export interface Client {
  /** IP address; null when the request did not come through our own server, as in tests. */
  address: string | null;
  userAgent: string | null;
}

/** Of what no request asked for, such as a command or a test. Limits by address do not concern it. */
export const NO_CLIENT: Client = { address: null, userAgent: null };

// Set by the web's own server on every request, and never taken from outside.
export const ADDRESS_HEADER = 'x-nexusflow-address';
/** Says that a page is fetched before anybody asks for it, as the links on a page do: Next hides its own word from src/proxy.ts. */
export const AHEAD_HEADER = 'x-nexusflow-ahead';
export const REQUEST_ID_HEADER = 'x-request-id';

/** The longest name of a browser or program that is kept. */
const MAX_USER_AGENT = 300;

export function clientOf(headers: { get(name: string): string | null }): Client {
  return {
    address: headers.get(ADDRESS_HEADER),
    userAgent: headers.get('user-agent')?.slice(0, MAX_USER_AGENT) ?? null,
  };
}

/**
 * The IP address a request came from.
 * @param trustedProxies how many proxies of ours stand in front: each adds the address it saw to the end of
 *   X-Forwarded-For, and what stands before that anybody can have written
 */
export function addressOf(
  request: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  trustedProxies: number,
): string {
  const forwarded = request.headers['x-forwarded-for'];
  const seen = [
    ...(Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? ''))
      .split(',')
      .map((part) => part.trim()),
    request.socket.remoteAddress ?? '',
  ].map(plainAddress);
  const trusted = seen.slice(-(trustedProxies + 1));
  return trusted.find((address) => isIP(address) !== 0) ?? 'unknown';
}

/** An IPv4 address as itself, however IPv6 writes it. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
