import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

export interface PlainReceipt {
  messageId: string;
  vendorMessageId: string;
  status: string;
  timestamp: string;
}

/** The contenders' callback: hands over each request's JSON, then answers 202. Resolves once it listens. */
export function serveReceipts(
  port: number,
  take: (body: PlainReceipt | PlainReceipt[]) => Promise<void> | void,
): Promise<void> {
  const server = createServer(async (request, response) => {
    await take(JSON.parse(await text(request)) as PlainReceipt | PlainReceipt[]);
    response.writeHead(202).end();
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

/** Tells the benchmark four times a second how many receipts are in. */
export function reportProgress(done: () => number): void {
  let last = -1;
  setInterval(() => {
    if (done() !== last) process.send?.({ kind: 'progress', done: done() });
    last = done();
  }, 250);
}
