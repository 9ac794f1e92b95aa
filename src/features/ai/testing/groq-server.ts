import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** What the server does with one request. */
export type Reply =
  /** Writes this as the model's message: an object as JSON, a text as it is. */
  | { say: object | string }
  | { status: number; headers?: Record<string, string>; body?: unknown }
  /** Takes the request and says nothing. */
  | { hang: true }
  /** Begins an answer and never ends it. */
  | { stall: true }
  /** Closes the connection without an answer. */
  | { drop: true };

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z
    .object({
      type: z.string(),
      json_schema: z
        .object({ name: z.string(), strict: z.boolean(), schema: z.record(z.string(), z.unknown()) })
        .optional(),
    })
    .optional(),
});
export type ReceivedRequest = z.infer<typeof requestSchema> & { path: string; authorization: string };

export interface GroqServer {
  url: string;
  /** Requests since the last `script`. */
  received: ReceivedRequest[];
  /** What the next requests are answered with, in order; one too many is answered with a 500 that says so. */
  script(...replies: Reply[]): void;
  /** While it is down connections are refused. */
  stop(): Promise<void>;
}

const USAGE = { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 };

/** Test support: a small server on loopback that speaks the chat completions API. */
export async function startGroqServer(): Promise<GroqServer> {
  const received: ReceivedRequest[] = [];
  let replies: Reply[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { url: path = '', headers } = request;
      received.push({ ...requestSchema.parse(body), path, authorization: headers.authorization ?? '' });
      answer(
        replies.shift() ?? { status: 500, body: { error: { message: 'Nothing is left to say' } } },
        response,
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    script: (...next) => {
      received.length = 0;
      replies = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function answer(reply: Reply, response: ServerResponse): void {
  if ('hang' in reply) return;
  if ('drop' in reply) {
    response.destroy();
    return;
  }
  if ('stall' in reply) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"id":"chatcmpl-1","choices":[');
    return;
  }
  const { status, headers, body } =
    'say' in reply
      ? { status: 200, headers: {}, body: completion(reply.say) }
      : { headers: {}, body: { error: { message: 'Refused' } }, ...reply };
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const completion = (message: object | string) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_320_000_000,
  model: 'sample',
  choices: [
    {
      index: 0,
      finish_reason: 'stop',
      message: {
        role: 'assistant',
        content: typeof message === 'string' ? message : JSON.stringify(message),
      },
    },
  ],
  usage: USAGE,
});
