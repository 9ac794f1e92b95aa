import { Agent as HttpAgent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { Agent as HttpsAgent, request as secureRequest } from 'node:https';
import { OutboundError, pinnedLookup, resolveAllowed } from './outbound.ts';
import { singleton } from './singleton.ts';

export interface OutboundAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface OutboundRequest {
  headers: Record<string, string>;
  body: string;
  /** For everything: finding the host, connecting, sending, and reading the whole answer. */
  timeoutMs: number;
  /** More of an answer than this is not read. */
  maxBytes: number;
}

const SOCKETS_PER_HOST = 50;
const agents = () =>
  singleton('outbound-agents', () => ({
    http: new HttpAgent({ keepAlive: true, maxSockets: SOCKETS_PER_HOST }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: SOCKETS_PER_HOST }),
  }));

/**
 * Posts to an address that a person typed in, behind the wall of outbound.ts. Redirects are not followed: they would
 * lead past it. An error status is an answer like any other.
 * @throws OutboundError when there is no answer
 */
export async function postOutbound(url: URL, options: OutboundRequest): Promise<OutboundAnswer> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const addresses = await withinTime(signal, resolveAllowed(url.hostname, port));
  const exchange = () => askOnce(url, options, pinnedLookup(addresses), signal);
  try {
    return await exchange();
  } catch (error) {
    // The vendor closed a kept connection just as it was used again; a new one tells more.
    if (!(error instanceof StaleConnectionError)) throw error;
    return await exchange().catch((second) => {
      throw second instanceof StaleConnectionError ? unreachable(url) : second;
    });
  }
}

class StaleConnectionError extends Error {}

const unreachable = (url: URL) => new OutboundError('UNREACHABLE', `${url.host} could not be reached`);
const timedOut = () => new OutboundError('TIMEOUT', 'No answer came in time');

function askOnce(
  url: URL,
  { headers, body, maxBytes }: OutboundRequest,
  lookup: ReturnType<typeof pinnedLookup>,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  const secure = url.protocol === 'https:';
  const bytes = Buffer.from(body);
  return new Promise((resolve, reject) => {
    const outgoing = (secure ? secureRequest : request)(
      url,
      {
        method: 'POST',
        agent: secure ? agents().https : agents().http,
        headers: { ...headers, 'content-length': bytes.length },
        lookup,
        signal,
      },
      (incoming) => {
        readBody(incoming, maxBytes).then(
          (text) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
          (error) => reject(signal.aborted ? timedOut() : error),
        );
      },
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (signal.aborted) reject(timedOut());
      else if (outgoing.reusedSocket && error.code === 'ECONNRESET') reject(new StaleConnectionError());
      else reject(unreachable(url));
    });
    outgoing.end(bytes);
  });
}

async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of incoming as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > maxBytes) {
        incoming.destroy();
        throw new OutboundError('TOO_LARGE', 'The answer is too long');
      }
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof OutboundError) throw error;
    throw new OutboundError('UNREACHABLE', 'The connection broke before the answer was complete');
  }
  return Buffer.concat(parts).toString('utf8');
}

/** DNS cannot be called off; waiting for it can. */
async function withinTime<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const onAbort = () => late.reject(timedOut());
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
