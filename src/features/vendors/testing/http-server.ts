import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { getEnv } from '../../../env.ts';

export interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  /** The bytes as they came: signatures are over them. */
  raw: string;
  body: unknown;
}
export interface Given {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON, a text as it is. */
  body?: unknown;
  delayMs?: number;
  /** Cuts the connection instead of answering. */
  hangUp?: boolean;
}

/** Test support: a vendor's HTTP API on loopback that answers as it is told, and is allowed through the wall. */
export async function startHttpVendor() {
  const server = createServer(async (request, response) => {
    const raw = await text(request);
    const asked = {
      path: request.url ?? '',
      headers: request.headers,
      raw,
      body: JSON.parse(raw) as unknown,
    };
    vendor.asked.push(asked);
    const given = vendor.answer(asked);
    if (given.hangUp) return void request.socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, given.delayMs ?? 0));
    const body = typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? {});
    const type = typeof given.body === 'string' ? 'text/plain' : 'application/json';
    response.writeHead(given.status ?? 200, { 'content-type': type, ...given.headers }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const host = `127.0.0.1:${address.port}`;
  getEnv().privateHosts.push(host);
  const vendor = {
    url: `http://${host}/messages`,
    asked: [] as Asked[],
    answer: (_asked: Asked): Given => ({}),
    reset() {
      vendor.asked = [];
      vendor.answer = () => ({});
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return vendor;
}
