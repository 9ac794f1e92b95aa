import type { LookupAddress } from 'node:dns';
import { lookup, Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { BlockList, connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { getEnv } from '../env.ts';

/**
 * The wall around requests to addresses that people type in: no address of this machine, of the private network or of
 * a cloud's own services can be reached, unless an operator names the host in VENDOR_PRIVATE_HOSTS. The name is resolved
 * once, and the connection goes to the addresses that were looked at: a name that answers differently the second time
 * gains nothing.
 */

const DNS_TIMEOUT_MS = 2_000;

/** Why a request was not made or has no answer; the message is for a person. */
export class OutboundError extends Error {
  readonly reason: 'FORBIDDEN_ADDRESS' | 'UNREACHABLE' | 'TIMEOUT' | 'TOO_LARGE';
  constructor(reason: OutboundError['reason'], message: string) {
    super(message);
    this.name = 'OutboundError';
    this.reason = reason;
  }
}

/** IANA's special-purpose registries: what is not globally reachable, and what leads on to another address. */
const NOT_PUBLIC: readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // Everything outside 2000::/3, the only range given out for the public internet …
  ['::', 3, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
  // … and in it: Teredo and other protocol assignments, documentation, 6to4.
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

// One list per family: a list takes an IPv4 address for the IPv6 one it can be written as, which is none of 2000::/3.
const notPublic = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix, family] of NOT_PUBLIC) notPublic[family].addSubnet(network, prefix, family);

export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  return !notPublic[family].check(address, family);
}

/**
 * The addresses of a host that may be connected to: all of them, or none when one is private.
 * @param host a name or an IP address (IPv6 with or without brackets)
 * @throws OutboundError FORBIDDEN_ADDRESS or UNREACHABLE
 */
export async function resolveAllowed(host: string, port: number): Promise<LookupAddress[]> {
  // A dot at the end only says that the name is whole.
  const name = host
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
  const addresses = await addressesOf(name);
  const { privateHosts } = getEnv();
  const allowed = privateHosts.includes(name) || privateHosts.includes(`${host.toLowerCase()}:${port}`);
  if (allowed || addresses.every(({ address }) => isPublicAddress(address))) return addresses;
  throw new OutboundError(
    'FORBIDDEN_ADDRESS',
    `${name} is on a private network. Whoever runs NexusFlow can allow it with VENDOR_PRIVATE_HOSTS`,
  );
}

async function addressesOf(name: string): Promise<LookupAddress[]> {
  const family = isIP(name);
  if (family !== 0) return [{ address: name, family }];
  const found = await resolved(name).catch(() => []);
  if (found.length > 0) return found;
  throw new OutboundError('UNREACHABLE', `The name ${name} could not be resolved`);
}

async function resolved(name: string): Promise<LookupAddress[]> {
  const { dnsServers } = getEnv();
  if (dnsServers.length === 0) return lookup(name, { all: true });
  const resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: 2 });
  resolver.setServers(dnsServers);
  // A name often has addresses of one family only; the other question then fails.
  const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  const addresses = (family: 4 | 6, answer: PromiseSettledResult<string[]>): LookupAddress[] =>
    answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : [];
  return [...addresses(4, four), ...addresses(6, six)];
}

/** For `lookup` of node:net and node:http: gives the addresses that were looked at, whatever DNS says by now. */
export const pinnedLookup =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_name, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };

/**
 * A connection to a host that a person typed in.
 * @param timeoutMs for finding and connecting
 * @throws OutboundError
 */
export async function connectOutbound(host: string, port: number, timeoutMs: number): Promise<Socket> {
  const addresses = await resolveAllowed(host, port);
  const name = host.replace(/^\[(.*)\]$/, '$1');
  const socket = connect({ host: name, port, lookup: pinnedLookup(addresses) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(timeoutMs) });
    return socket;
  } catch (error) {
    socket.destroy();
    const late = error instanceof Error && error.name === 'AbortError';
    throw late
      ? new OutboundError('TIMEOUT', `${name} did not answer in time`)
      : new OutboundError('UNREACHABLE', `${name}:${port} could not be reached`);
  }
}
