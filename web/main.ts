import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, Server, type ServerResponse } from 'node:http';
import next from 'next';
import { settingsOrExit } from '../src/env.ts';
import { ADDRESS_HEADER, AHEAD_HEADER, addressOf, REQUEST_ID_HEADER } from '../src/server/client.ts';
import { closeDatabase } from '../src/server/db.ts';
import { log } from '../src/server/log.ts';
import { httpSeconds } from '../src/server/metrics.ts';
import { pathPattern } from '../src/server/path-pattern.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { inRequest, type RequestScope } from '../src/server/request-scope.ts';
import { headersAt, securityHeaders } from '../src/server/security-headers.ts';
import { createLiveServer, LIVE_PATH } from './live.ts';
import { dev } from './node-env.ts';
import { startSimulatorWorker } from './simulator.ts';
import { boundSlowRequests, giveUpIfSlow } from './slow-bodies.ts';

/** How long open requests may take to finish after SIGTERM. */
const SHUTDOWN_MS = 10_000;

/** Node's own bound, said here because the cookies of a long session have to fit. */
const MAX_HEADER_BYTES = 16_384;

const env = settingsOrExit();
// NextAuth reads its address and secret from the environment only.
Object.assign(process.env, { NEXTAUTH_URL: env.appUrl, NEXTAUTH_SECRET: env.authSecret });

// Next gets a server that never listens: given the real one, it would end WebSocket upgrades that are not its own.
const nextServer = new Server();
const app = next({ dev, hostname: env.host, port: env.port, httpServer: nextServer });
await app.prepare();
const handle = app.getRequestHandler();
const live = createLiveServer();

/** Says on the request where it came from and what it is called in the logs, whatever it said itself. */
function introduce(request: IncomingMessage): string {
  const id = randomUUID();
  request.headers[ADDRESS_HEADER] = addressOf(request, env.trustedProxies);
  request.headers[REQUEST_ID_HEADER] = id;
  const ahead = request.headers['next-router-prefetch'] ?? request.headers['next-router-segment-prefetch'];
  if (ahead === undefined) delete request.headers[AHEAD_HEADER];
  else request.headers[AHEAD_HEADER] = '1';
  return id;
}

const headersOfAll = securityHeaders();

/** What Next takes; it fails at others, such as TRACE. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
  if (!METHODS.includes(request.method ?? '')) {
    response.writeHead(405, { allow: METHODS.join(', ') }).end();
    return;
  }
  const id = introduce(request);
  response.setHeader(REQUEST_ID_HEADER, id);
  const [path = ''] = (request.url ?? '').split('?');
  for (const [name, value] of Object.entries({ ...headersOfAll, ...headersAt(path) }))
    response.setHeader(name, value);
  const scope: RequestScope = {
    id,
    setHeader(name, value) {
      if (!response.headersSent) response.setHeader(name, value);
    },
  };
  inRequest(scope, () => {
    logWhenDone(request, response, scope);
    giveUpIfSlow(request, response);
    void handle(request, response);
  });
});
// Longer than proxies keep a quiet connection to reuse it (nginx 60 s, Caddy 2 min): one that ends first can meet a request.
server.keepAliveTimeout = 125_000;
boundSlowRequests(server);

/** One line for each request; those for files and by machines that only look whether we are there are of no interest. */
function logWhenDone(request: IncomingMessage, response: ServerResponse, scope: RequestScope): void {
  const began = performance.now();
  // The handlers change what is asked for as they hand it on.
  const { method, url = '' } = request;
  response.once('close', () => {
    const status = response.writableFinished ? response.statusCode : 499;
    const seconds = (performance.now() - began) / 1_000;
    // An event stream lasts as long as somebody listens.
    if (!url.startsWith('/api/realtime/')) httpSeconds().observe({ method: method ?? '', status }, seconds);
    const quiet = /^\/(?:_next\/|icon\.svg|api\/(?:health|ready|metrics)$)/.test(url);
    log()[quiet ? 'debug' : 'info'](
      {
        method,
        path: pathPattern(url),
        status,
        ms: Math.round(seconds * 1_000),
        actor: scope.actor,
      },
      'Request',
    );
  });
}

server.on('upgrade', (request, socket, head) => {
  introduce(request);
  // Not by URL: it throws for some paths that anyone may ask for, such as “//”.
  const [pathname = ''] = (request.url ?? '').split('?');
  if (pathname === LIVE_PATH) live.upgrade(request, socket, head).catch(() => socket.destroy());
  else if (dev && pathname.startsWith('/_next/')) nextServer.emit('upgrade', request, socket, head);
  else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
});
server.on('error', (error: NodeJS.ErrnoException) => {
  const why = error.code === 'EADDRINUSE' ? `port ${env.port} is in use; set PORT to another` : error.message;
  log().fatal(`The web server cannot start: ${why}`);
  process.exit(1);
});
const simulator = startSimulatorWorker();
server.listen(env.port, env.host, () => log().info({ url: env.appUrl, port: env.port }, 'Web ready'));

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  log().info('Web stopping');
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  server.close();
  live.close();
  server.closeIdleConnections();
  await Promise.allSettled([simulator.close(), app.close()]);
  server.closeAllConnections();
  await closeQueues();
  await Promise.allSettled([closeRedis(), closeDatabase()]);
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
