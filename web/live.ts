import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import { contextFromHeaders } from '../src/api/context.ts';
import { appRouter } from '../src/api/root.ts';
import { isOwnOrigin, readSession } from '../src/server/session.ts';

/** Where subscriptions connect, on the web's own port. */
export const LIVE_PATH = '/api/live';

export interface LiveServer {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  /** Tells every page to connect again, elsewhere or after a restart. */
  close(): void;
}

/** tRPC over WebSocket. A page connects with the same cookie it has for HTTP, from our own address only. */
export function createLiveServer(): LiveServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 65_536 });
  const handler = applyWSSHandler({
    wss: sockets,
    router: appRouter,
    // The cookie alone: a page cannot send an Authorization header here.
    createContext: ({ req }) =>
      contextFromHeaders({
        get: (name) => {
          const value = name === 'authorization' ? undefined : req.headers[name];
          return typeof value === 'string' ? value : null;
        },
      }),
    keepAlive: { enabled: true, pingMs: 30_000, pongWaitMs: 10_000 },
  });
  return {
    async upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      if (!isOwnOrigin(request.headers.origin, request.headers.host)) return refuse(socket, '403 Forbidden');
      if (!(await readSession(request.headers.cookie))) return refuse(socket, '401 Unauthorized');
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
    },
    close() {
      handler.broadcastReconnectNotification();
      sockets.close();
      for (const client of sockets.clients) client.close(1001);
    },
  };
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
};
