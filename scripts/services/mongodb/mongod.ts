import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { findOnPath, freePort, start, waitUntil } from '../../lib/processes.ts';
import type { ProviderContext, RunningService, ServiceProvider } from '../provider.ts';

const REPLICA_SET = 'nexusflow';

/** MongoDB's own server, when it is installed. */
export const mongodOnPath: ServiceProvider = {
  name: 'mongod on PATH',
  async start(context) {
    const program = findOnPath('mongod');
    if (!program) throw new Error('not found');
    return startMongod(program, context);
  },
};

/** Runs a `mongod` as a replica set of one, which transactions need. */
export async function startMongod(
  program: string,
  { dataDirectory, databaseName }: ProviderContext,
): Promise<RunningService> {
  const directory = join(dataDirectory, 'mongod');
  const logFile = join(dataDirectory, 'logs', 'mongod.log');
  mkdirSync(directory, { recursive: true });
  const port = await freePort(27_117);
  const started = start(
    program,
    [
      '--port',
      String(port),
      '--bind_ip',
      '127.0.0.1',
      '--dbpath',
      directory,
      '--replSet',
      REPLICA_SET,
      '--wiredTigerCacheSizeGB',
      '0.5',
    ],
    { logFile },
  );
  await waitUntil(() => isPrimary(port), started, logFile, 60_000);
  return {
    url: `mongodb://127.0.0.1:${port}/${databaseName}?replicaSet=${REPLICA_SET}&directConnection=true`,
    pid: started.child.pid ?? null,
    stop: started.stop,
  };
}

async function isPrimary(port: number): Promise<boolean> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.isWritablePrimary) return true;
    if (!hello.setName) {
      const member = { _id: 0, host: `127.0.0.1:${port}` };
      await client
        .db('admin')
        .command({ replSetInitiate: { _id: REPLICA_SET, members: [member] } })
        .catch(() => undefined);
    } else if (hello.primary === undefined) {
      // Data of an earlier start names the port it had then.
      const { config } = await client.db('admin').command({ replSetGetConfig: 1 });
      if (config.members[0].host !== `127.0.0.1:${port}`) {
        config.members[0].host = `127.0.0.1:${port}`;
        config.version += 1;
        await client.db('admin').command({ replSetReconfig: config, force: true });
      }
    }
    return false;
  } finally {
    await client.close();
  }
}
