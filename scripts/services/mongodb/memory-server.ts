import { spawn } from 'node:child_process';
import type { ServiceProvider } from '../provider.ts';
import { startMongod } from './mongod.ts';

const VERSION = '8.2.0';

/** MongoDB's own server, fetched by mongodb-memory-server; the data is kept on disk all the same. */
export const memoryServer: ServiceProvider = {
  name: 'mongodb-memory-server',
  async start(context) {
    return startMongod(await fetchBinary(), context);
  },
};

/** Where the library has or puts the program. In a process of its own, because the library writes long traces to the terminal. */
function fetchBinary(): Promise<string> {
  const source = `
    const { MongoBinary } = require('mongodb-memory-server-core');
    MongoBinary.getPath({ version: '${VERSION}' }).then((path) => console.log('path=' + path), (e) => { console.log('error=' + e.message.split('\\n')[0]); });`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
    });
    child.on('close', () => {
      const path = /^path=(.+)$/m.exec(output)?.[1];
      if (path) resolve(path);
      else
        reject(
          new Error(/^error=(.+)$/m.exec(output)?.[1]?.slice(0, 160) ?? 'its download cannot be reached'),
        );
    });
  });
}
