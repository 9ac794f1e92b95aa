import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { AppError, toProblem } from '../src/server/errors.ts';

interface SlownessLimits {
  /** How often is looked, in ms. */
  everyMs: number;
  /** A body that brings fewer bytes than this between two looks, while we wait for them, is given up. */
  minBytes: number;
}

/** Slower than any line that is still of use: a kilobyte a second, over ten seconds. */
export const SLOWNESS: SlownessLimits = { everyMs: 10_000, minBytes: 10_240 };

/** For the request line and the headers; they are never long. */
const HEADERS_MS = 20_000;

/**
 * Node ends requests that take longer than five minutes altogether: too short for a large file on a slow line, and long
 * enough to hold memory and a handler with a byte now and then. Here a body may take as long as it needs, if only it moves.
 */
export function boundSlowRequests(server: Server): void {
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = 0;
}

/** Answers 408 and hangs up when the rest of the request comes too slowly, or not at all. */
export function giveUpIfSlow(
  request: IncomingMessage,
  response: ServerResponse,
  { everyMs, minBytes }: SlownessLimits = SLOWNESS,
): void {
  if (request.complete || (!request.headers['content-length'] && !request.headers['transfer-encoding']))
    return;
  const { socket } = request;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    if (request.complete) return stop();
    // What has come and is not taken is our own slowness.
    if (came >= minBytes || request.readableLength > 0) return;
    stop();
    refuse(request, response);
  }, everyMs);
  timer.unref();
  const stop = () => clearInterval(timer);
  response.once('close', stop);
  request.once('end', stop);
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  if (!response.headersSent) {
    const problem = toProblem(
      new AppError('TOO_SLOW', 'The body came too slowly, so it was given up. Send it again.'),
    );
    response.writeHead(problem.status, { 'content-type': 'application/problem+json', connection: 'close' });
    response.end(JSON.stringify(problem));
  }
  // The handler waits for the rest: it gets an error instead, and lets go of what it holds.
  response.once('close', () => request.destroy());
  setTimeout(() => request.socket.destroy(), 1_000).unref();
}
