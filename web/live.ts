import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { contextFromHeaders, isStillAllowed } from '../src/api/context.ts';
import { appRouter } from '../src/api/root.ts';
import { watchConnection } from '../src/server/open-connections.ts';
import { isOwnOrigin } from '../src/server/session.ts';

/** Where subscriptions connect, on the web's own port. */
export const LIVE_PATH = '/api/live';
/** Says to a page that its session is worth nothing here any more, or means another workspace now (src/ui/trpc.tsx). */
const ENDED = 4401;

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
    createContext: ({ req }) => contextFromHeaders(cookieHeaders(req)),
    keepAlive: { enabled: true, pingMs: 30_000, pongWaitMs: 10_000 },
  });
  return {
    async upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      if (!isOwnOrigin(request.headers.origin, request.headers.host)) return refuse(socket, '403 Forbidden');
      const { session, caller } = await contextFromHeaders(cookieHeaders(request));
      if (!session) return refuse(socket, '401 Unauthorized');
      let client: WebSocket | undefined;
      let ended = false;
      // In the book before tRPC looks the session up for itself: what ends from then on is heard of.
      const forget = await watchConnection(
        { actor: `user:${session.userId}`, sessionId: session.sessionId },
        () => {
          ended = true;
          client?.close(ENDED, 'The session has ended');
        },
        () => isStillAllowed(cookieHeaders(request), caller),
      );
      socket.once('close', forget);
      if (ended || socket.destroyed) return refuse(socket, '401 Unauthorized');
      sockets.handleUpgrade(request, socket, head, (upgraded) => {
        client = upgraded;
        sockets.emit('connection', upgraded, request);
      });
    },
    close() {
      handler.broadcastReconnectNotification();
      sockets.close();
      for (const client of sockets.clients) client.close(1001);
    },
  };
}

/** The cookie alone: a page cannot send an Authorization header here. */
const cookieHeaders = (request: IncomingMessage) => ({
  get(name: string): string | null {
    const value = name === 'authorization' ? undefined : request.headers[name];
    return typeof value === 'string' ? value : null;
  },
});

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
};
