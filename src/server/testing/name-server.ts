import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { getEnv } from '../../env.ts';

/** An answer by name; called anew for each question, so that a name may change its mind. No entry: no such name. */
export type Names = Record<string, () => string[]>;

/**
 * Test support: a name server on loopback that knows these names (IPv4), asked by everything that goes outside until it
 * is stopped.
 */
export async function startNameServer(names: Names): Promise<{ asked: string[]; stop(): void }> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => {
    const { name, end, ipv4 } = question(query);
    if (ipv4) asked.push(name);
    const addresses = names[name];
    const records = ipv4 && addresses ? addresses().map(record) : [];
    const head = Buffer.from(query.subarray(0, 12));
    // An answer with authority; 3: no such name.
    head.writeUInt16BE(0x8580 | (addresses ? 0 : 3), 2);
    head.writeUInt16BE(records.length, 6);
    head.writeUInt32BE(0, 8);
    socket.send(Buffer.concat([head, query.subarray(12, end), ...records]), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const env = getEnv();
  const before = env.dnsServers;
  env.dnsServers = [`127.0.0.1:${socket.address().port}`];
  return {
    asked,
    stop() {
      env.dnsServers = before;
      socket.close();
    },
  };
}

/** The one question of a query (RFC 1035, 4.1.2): labels with their lengths, then type and class. */
function question(query: Buffer): { name: string; end: number; ipv4: boolean } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('ascii', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5, ipv4: query.readUInt16BE(at + 1) === 1 };
}

/** An address of the name asked for (a pointer to it), good for no time at all. */
const record = (address: string): Buffer =>
  Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]);
