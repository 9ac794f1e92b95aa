import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import { connectOutbound } from '../../../server/outbound.ts';
import { singleton } from '../../../server/singleton.ts';
import type { SmtpSecrets, SmtpSettings } from '../vendor-settings.schema.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 30_000;
/** An idle connection is kept for the next batch, not for the next day. */
const IDLE_TIMEOUT_MS = 30_000;
const MESSAGES_PER_CONNECTION = 200;

export interface SmtpConfig {
  settings: SmtpSettings;
  secrets: SmtpSecrets;
}

type SocketCallback = (error: Error | null, options?: { connection: Socket }) => void;

const newTransport = ({ settings, secrets }: SmtpConfig) =>
  createTransport({
    pool: true,
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'TLS',
    requireTLS: settings.security === 'STARTTLS',
    ignoreTLS: settings.security === 'NONE',
    ...(settings.user ? { auth: { user: settings.user, pass: secrets.password ?? '' } } : {}),
    // Every connection goes through the wall, to the address that was looked at.
    getSocket: (_options: unknown, callback: SocketCallback) => {
      connectOutbound(settings.host, settings.port, CONNECT_TIMEOUT_MS).then(
        (connection) => callback(null, { connection }),
        (error: Error) => callback(error),
      );
    },
    maxConnections: settings.maxConnections,
    maxMessages: MESSAGES_PER_CONNECTION,
    maxRequeues: 1,
    idleTimeout: IDLE_TIMEOUT_MS,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
export type MailTransport = ReturnType<typeof newTransport>;

interface Entry {
  fingerprint: string;
  transport: MailTransport;
  users: number;
  retired: boolean;
}

/** One pool per vendor and process, kept while its settings stay. */
const entries = () => singleton('mail-transports', () => new Map<string, Entry>());

/** Runs `work` with the vendor's pool; one of earlier settings is closed once nobody uses it any more. */
export async function withMailTransport<T>(
  vendorId: string,
  config: SmtpConfig,
  work: (transport: MailTransport) => Promise<T>,
): Promise<T> {
  const entry = entryOf(vendorId, config);
  entry.users += 1;
  try {
    return await work(entry.transport);
  } finally {
    entry.users -= 1;
    closeUnused(entry);
  }
}

function entryOf(vendorId: string, config: SmtpConfig): Entry {
  const fingerprint = createHash('sha256').update(JSON.stringify(config)).digest('hex');
  const known = entries().get(vendorId);
  if (known?.fingerprint === fingerprint) return known;
  if (known) retire(known);
  const entry = { fingerprint, transport: newTransport(config), users: 0, retired: false };
  entries().set(vendorId, entry);
  return entry;
}

/** Closes every pool; those in use when their work is done. */
export function closeMailTransports(): void {
  for (const entry of entries().values()) retire(entry);
  entries().clear();
}

function retire(entry: Entry): void {
  entry.retired = true;
  closeUnused(entry);
}

function closeUnused(entry: Entry): void {
  if (entry.retired && entry.users === 0) entry.transport.close();
}
