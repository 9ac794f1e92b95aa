import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { getEnv } from '../../../env.ts';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** Header lines, unfolded, by lower-case name. */
  headers: Record<string, string>;
  body: string;
}

/** A refusal as mail servers say it. */
const refusal = (code: number, words: string): Error & { responseCode: number } =>
  Object.assign(new Error(words), { responseCode: code });

/** Test support: a real mail server on loopback that knows one user, allowed through the wall. */
export async function startMailServer({ secure = false } = {}) {
  const server = new SMTPServer({
    secure,
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: secure ? [] : ['STARTTLS'],
    onConnect(_session, done) {
      mail.connections += 1;
      done();
    },
    onAuth({ username, password }, _session, done) {
      if (username === 'shop' && password === 'secret') done(null, { user: username });
      else done(refusal(535, 'Authentication failed'));
    },
    onRcptTo({ address }, _session, done) {
      const answer = mail.refuse(address);
      done(answer ? refusal(answer.code, answer.words) : null);
    },
    onData(stream, session, done) {
      text(stream).then((source) => {
        mail.received.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          ...parse(source),
        });
        done();
      }, done);
    },
  });
  // A client that hangs up is no fault of the server's.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  getEnv().privateHosts.push(`127.0.0.1:${address.port}`);
  const mail = {
    port: address.port,
    connections: 0,
    received: [] as ReceivedMail[],
    refuse: (_to: string): { code: number; words: string } | null => null,
    reset() {
      mail.connections = 0;
      mail.received = [];
      mail.refuse = () => null;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  return mail;
}

function parse(source: string): Pick<ReceivedMail, 'headers' | 'body'> {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { headers, body: rest.join('\r\n\r\n').trim() };
}
