import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertQueued } from '../src/features/campaigns/messages.repository.ts';
import { closeDatabase, collection } from '../src/server/db.ts';

// The database behind a wire that can be cut in the middle of a command, as when its process is killed.
let wire: Server;
let cuts = 0;
const sockets = new Set<Socket>();

beforeAll(async () => {
  const url = new URL(process.env.DATABASE_URL ?? '');
  const [host, port] = [url.hostname, Number(url.port)];
  wire = createServer((client) => {
    const server = connect(port, host);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('data', (data) => {
      if (cuts > 0 && data.includes('insert') && data.includes('messages')) {
        cuts -= 1;
        client.destroy();
        server.destroy();
      } else server.write(data);
    });
    server.on('data', (data) => client.write(data));
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  });
  wire.listen(0, '127.0.0.1');
  await once(wire, 'listening');
  const address = wire.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  url.port = String(address.port);
  process.env.DATABASE_URL = url.href;
});
afterAll(async () => {
  await closeDatabase();
  for (const socket of sockets) socket.destroy();
  wire.close();
});

it('a page of the ledger whose connection broke is never taken for written', async () => {
  const [workspaceId, campaignId] = [new ObjectId(), new ObjectId()];
  const recipients = Array.from({ length: 20 }, (_, i) => ({
    customerId: new ObjectId(),
    to: `customer-${i}@example.com`,
  }));
  const write = () => insertQueued(workspaceId, campaignId, 0, recipients);
  // The driver tries once more by itself: both tries break.
  cuts = 2;
  await expect(write()).rejects.toThrow();
  expect(cuts).toBe(0);
  expect(await collection('messages').countDocuments({ campaignId })).toBe(0);

  expect(await write()).toBe(20);
  // Again, as after a crash: every row is there, and that is fine.
  expect(await write()).toBe(0);
  expect(await collection('messages').countDocuments({ campaignId })).toBe(20);
  await collection('messages').deleteMany({ campaignId });
});
