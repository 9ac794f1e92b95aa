import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Test support: a door before a server on loopback, which can be shut: connections end, and new ones are refused. */
export async function startDoor(to: { host: string; port: number }) {
  const open = new Set<Socket>();
  const door = createServer((socket) => {
    const behind = connect(to.port, to.host);
    open.add(socket);
    socket.pipe(behind).pipe(socket);
    for (const end of [socket, behind]) {
      end.on('error', () => undefined);
      end.on('close', () => {
        open.delete(socket);
        socket.destroy();
        behind.destroy();
      });
    }
  });
  const openAt = async (port: number): Promise<number> => {
    door.listen(port, '127.0.0.1');
    await once(door, 'listening');
    const address = door.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    return address.port;
  };
  const port = await openAt(0);
  return {
    port,
    shut() {
      door.close();
      for (const socket of open) socket.destroy();
    },
    reopen: () => openAt(port),
  };
}
