import { once } from 'node:events';
import { createServer } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { getEnv } from '../env.ts';
import { isPublicAddress, pinnedLookup, resolveAllowed } from './outbound.ts';
import { postOutbound } from './outbound-request.ts';

beforeAll(() => {
  process.env.DATABASE_URL ||= 'mongodb://db.example/shop';
  process.env.REDIS_URL ||= 'redis://cache.example:6379';
});

describe('the wall', () => {
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001::1',
    'not an address',
  ])('keeps %s out', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::200e'])(
    'lets %s through',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each(['localhost', '127.0.0.1', '[::1]', '10.0.0.8'])('does not resolve to %s', async (host) => {
    await expect(resolveAllowed(host, 443)).rejects.toMatchObject({ reason: 'FORBIDDEN_ADDRESS' });
  });

  it('opens for a host the operator named, at the port alone when one is named', async () => {
    getEnv().privateHosts = ['127.0.0.1:8025', 'localhost', '[::1]:25'];
    try {
      expect(await resolveAllowed('127.0.0.1', 8025)).toEqual([{ address: '127.0.0.1', family: 4 }]);
      await expect(resolveAllowed('127.0.0.1', 8026)).rejects.toMatchObject({ reason: 'FORBIDDEN_ADDRESS' });
      expect((await resolveAllowed('LOCALHOST', 1)).length).toBeGreaterThan(0);
      expect(await resolveAllowed('[::1]', 25)).toEqual([{ address: '::1', family: 6 }]);
    } finally {
      getEnv().privateHosts = [];
    }
  });

  it('connects to what was looked at, not to what the name says by then', () => {
    const answers: unknown[] = [];
    const pinned = pinnedLookup([{ address: '8.8.8.8', family: 4 }]);
    pinned('rebound.example', { all: true }, (_error, all) => answers.push(all));
    pinned('rebound.example', {}, (_error, one, family) => answers.push([one, family]));
    expect(answers).toEqual([[{ address: '8.8.8.8', family: 4 }], ['8.8.8.8', 4]]);
  });
});

it.each([
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://localhost./',
  'http://LOCALHOST/',
  'http://[::ffff:7f00:1]/',
  'http://public.example@127.0.0.1/',
])('%s is the same address in other words', async (url) => {
  await expect(
    postOutbound(new URL(url), { headers: {}, body: '', timeoutMs: 2_000, maxBytes: 1_000 }),
  ).rejects.toMatchObject({ reason: 'FORBIDDEN_ADDRESS' });
});

it('a redirect is an answer like any other: nobody goes where it leads', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data' }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  getEnv().privateHosts = [host];
  try {
    const url = new URL(`http://${host}/send`);
    const answer = await postOutbound(url, { headers: {}, body: '{}', timeoutMs: 2_000, maxBytes: 1_000 });
    expect(answer.status).toBe(307);
    expect(asked).toEqual(['/send']);
  } finally {
    getEnv().privateHosts = [];
    server.closeAllConnections();
    server.close();
  }
});
