import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getEnv } from '../env.ts';
import { countCall, forgiveCalls, type RateLimit } from './rate-limit.ts';
import { closeRedis } from './redis.ts';
import { inRequest } from './request-scope.ts';

// Redis behind a door of ours, which can be shut (connections refused) or hold back every answer (a Redis that hangs).
let door: Server;
let mute = false;
const open = new Set<Socket>();

beforeAll(async () => {
  const redis = new URL(getEnv().redisUrl);
  door = createServer((socket) => {
    const behind = connect(Number(redis.port || 6379), redis.hostname);
    open.add(socket);
    socket.on('data', (bytes) => behind.write(bytes));
    behind.on('data', (bytes) => mute || socket.write(bytes));
    for (const end of [socket, behind]) {
      end.on('error', () => undefined);
      end.on('close', () => {
        open.delete(socket);
        socket.destroy();
        behind.destroy();
      });
    }
  });
  await listen(0);
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const through = new URL(redis);
  through.host = `127.0.0.1:${address.port}`;
  getEnv().redisUrl = through.href;
});
beforeEach(() => {
  mute = false;
});
afterAll(async () => {
  await closeRedis();
  shut();
});

async function listen(port: number): Promise<void> {
  door.listen(port, '127.0.0.1');
  await once(door, 'listening');
}
function shut(): void {
  door.close();
  for (const socket of open) socket.destroy();
}

let made = 0;
const limitOf = (limit: number, withoutRedis: RateLimit['withoutRedis'] = 'refuse'): RateLimit => {
  made += 1;
  return { name: `test-${Date.now()}-${made}`, limit, windowSeconds: 30, withoutRedis };
};
const refusalOf = (limit: RateLimit) => countCall(limit, 'ada').catch((error: unknown) => error);
const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> => {
  const began = Date.now();
  const result = await work();
  return { result, ms: Date.now() - began };
};

it('refuses the call after the last one allowed, says when to come back, and can forgive', async () => {
  const limit = limitOf(2);
  expect(await countCall(limit, 'ada')).toEqual({
    'ratelimit-limit': '2',
    'ratelimit-remaining': '1',
    'ratelimit-reset': '30',
    'ratelimit-policy': `"${limit.name}";q=2;w=30`,
    ratelimit: `"${limit.name}";r=1;t=30`,
  });
  await countCall(limit, 'ada');
  const refusal = await refusalOf(limit);
  expect(refusal).toMatchObject({ code: 'RATE_LIMITED', headers: { 'retry-after': expect.any(String) } });
  const { headers } = refusal as { headers: Record<string, string> };
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(30);
  await countCall(limit, 'somebody else');
  await forgiveCalls(limit, 'ada');
  await countCall(limit, 'ada');
});

it('says what is left in the answer of the request it counts for, a refusal included', async () => {
  const limit = limitOf(1);
  const said: Record<string, string> = {};
  const scope = {
    id: 'a',
    setHeader: (name: string, value: string) => Object.assign(said, { [name]: value }),
  };
  await inRequest(scope, () => countCall(limit, 'ada'));
  expect(said).toMatchObject({ 'ratelimit-remaining': '0', 'ratelimit-limit': '1' });
  await inRequest(scope, () => refusalOf(limit));
  expect(said.ratelimit).toMatch(/;r=0;t=\d+$/);
});

describe.each([
  {
    how: 'is gone',
    leave: async () => {
      shut();
    },
    come: async (port: number) => listen(port),
  },
  {
    how: 'hangs',
    leave: async () => {
      mute = true;
    },
    come: async () => {
      mute = false;
    },
  },
])('while Redis $how', ({ leave, come }) => {
  it('refuses what must be counted, counts the rest by itself, keeps nobody waiting, and finds back', async () => {
    const [guesses, reads] = [limitOf(2, 'refuse'), limitOf(2, 'count-here')];
    await countCall(guesses, 'ada');
    const address = door.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await leave();

    const guess = await timed(() => refusalOf(guesses));
    expect(guess.result).toMatchObject({ code: 'UNAVAILABLE', headers: { 'retry-after': '10' } });
    expect(guess.ms).toBeLessThan(1_500);
    const read = await timed(async () => [await countCall(reads, 'ada'), await countCall(reads, 'ada')]);
    expect(read.result).toMatchObject([{ 'ratelimit-remaining': '1' }, { 'ratelimit-remaining': '0' }]);
    expect(read.ms).toBeLessThan(2_500);
    expect(await refusalOf(reads)).toMatchObject({ code: 'RATE_LIMITED' });
    await forgiveCalls(guesses, 'ada');

    // Who comes later does not wait at all.
    await expect
      .poll(async () => (await timed(() => refusalOf(guesses))).ms, { timeout: 5_000 })
      .toBeLessThan(50);

    await come(port);
    await expect
      .poll(() => refusalOf(limitOf(5)), { timeout: 10_000 })
      .toMatchObject({ ratelimit: expect.any(String) });
  });
});
