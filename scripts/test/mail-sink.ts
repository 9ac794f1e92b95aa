import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server for the browser's tests: it takes every letter and keeps it as `<directory>/<address>/<number>.eml`.
 * @returns its address for SMTP_URL, and what stops it
 */
export async function startMailSink(directory: string): Promise<{ url: string; stop(): Promise<void> }> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  let received = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      text(stream).then((source) => {
        received += 1;
        for (const { address } of session.envelope.rcptTo) {
          const box = join(directory, address.replace(/[^\w@.+-]/g, '_'));
          mkdirSync(box, { recursive: true });
          writeFileSync(join(box, `${String(received).padStart(6, '0')}.eml`), source);
        }
        done();
      }, done);
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('No port for mail');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
