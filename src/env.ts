import { createHmac, hkdfSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';

/** An empty string in the environment means "not set". */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((v) => (v === '' ? undefined : v), schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: z.input<T>) =>
  z.preprocess((v) => (v === '' || v === undefined ? value : v), schema);
const isKey = (text: string): boolean =>
  /^[A-Za-z0-9+/]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === 32;
const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim().toLowerCase())
    .filter(Boolean);
const port = z.coerce.number().int().min(1).max(65_535);

/** Every setting the application reads. `.env.example` lists the same keys; a test compares the two. */
export const envSchema = z.object({
  NODE_ENV: withDefault(z.enum(['development', 'test', 'production']), 'development'),
  DATABASE_URL: optional(
    z.string().regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://'),
  ),
  MONGODB_URI: optional(
    z.string().regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://'),
  ),
  REDIS_URL: optional(z.string().regex(/^rediss?:\/\//, 'must start with redis:// or rediss://')),
  REDIS_HOST: optional(z.string()),
  REDIS_PORT: withDefault(port, 6379),
  REDIS_PASSWORD: optional(z.string()),
  UPSTASH_REDIS_REST_URL: optional(z.url()),
  UPSTASH_REDIS_REST_TOKEN: optional(z.string()),
  PORT: withDefault(port, 3000),
  HOST: withDefault(z.string(), '0.0.0.0'),
  WORKER_PORT: withDefault(port, 3001),
  TRUSTED_PROXIES: withDefault(z.coerce.number().int().min(0).max(10), 0),
  NEXTAUTH_SECRET: optional(z.string().min(16, 'must have at least 16 characters')),
  NEXTAUTH_URL: optional(z.url()),
  NEXT_PUBLIC_APP_URL: optional(z.url()),
  CALLBACK_URL: optional(z.url()),
  INTERNAL_URL: optional(z.url()),
  AUTH_GOOGLE_ID: optional(z.string()),
  AUTH_GOOGLE_SECRET: optional(z.string()),
  AUTH_GOOGLE_ISSUER: withDefault(z.url(), 'https://accounts.google.com'),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\/[^/]/, 'must start with smtp:// or smtps://')),
  MAIL_FROM: optional(
    z.string().includes('@', { error: 'must be an address, such as NexusFlow <no-reply@example.com>' }),
  ),
  VENDOR_WEBHOOK_SECRET: optional(
    z.string().regex(/^whsec_[A-Za-z0-9+/=]{24,}$/, 'must be whsec_ followed by base64 (Standard Webhooks)'),
  ),
  VENDOR_CALLBACK_HOSTS: optional(z.string()),
  VENDOR_PRIVATE_HOSTS: optional(z.string()),
  OUTBOUND_DNS: optional(z.string()),
  ENCRYPTION_KEY: optional(
    z.string().refine((text) => isKey(text), 'must be 32 bytes as base64 (openssl rand -base64 32)'),
  ),
  GROQ_API_KEY: optional(z.string()),
  GROQ_BASE_URL: optional(z.url()),
  GROQ_MODEL: withDefault(z.string(), 'openai/gpt-oss-20b'),
  GROQ_TIMEOUT_MS: withDefault(z.coerce.number().int().min(100).max(120_000), 15_000),
  GROQ_PRICE_INPUT: optional(z.coerce.number().min(0)),
  GROQ_PRICE_OUTPUT: optional(z.coerce.number().min(0)),
  OPERATORS: optional(z.string()),
  SIGN_UP: withDefault(z.enum(['open', 'invited', 'closed']), 'open'),
  UPLOAD_MAX_MB: withDefault(z.coerce.number().positive(), 200),
  WORKER_CONCURRENCY: withDefault(z.coerce.number().int().min(1).max(64), 4),
  RECEIPT_TIMEOUT_MINUTES: withDefault(z.coerce.number().positive(), 1_440),
  LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
});

const DEVELOPMENT_SECRET = 'nexusflow-development-only-secret';

/**
 * The settings with their consequences worked out.
 * @throws Error whose message names each wrong or missing key and says what to set.
 */
export function readEnv(source: Record<string, string | undefined>) {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment has wrong settings (see .env.example):\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  const databaseUrl = env.DATABASE_URL ?? env.MONGODB_URI;
  const redisUrl = env.REDIS_URL ?? redisUrlFromParts(env);
  const missing = [
    ...(databaseUrl
      ? []
      : ['  DATABASE_URL: the MongoDB address (mongodb://… or mongodb+srv://…, MongoDB 8 or Atlas)']),
    ...(redisUrl ? [] : ['  REDIS_URL: the Redis, Valkey or Upstash address (redis://… or rediss://…)']),
    ...(production && !env.NEXTAUTH_SECRET
      ? ['  NEXTAUTH_SECRET: a long random text, for example from: openssl rand -base64 32']
      : []),
  ];
  if (missing.length > 0 || !databaseUrl || !redisUrl) {
    const hint = production
      ? 'Set them in the environment or in .env (see .env.example).'
      : 'Set them in .env (see .env.example), or start the embedded ones with: npm run services';
    throw new Error(`NexusFlow cannot start: these settings are missing.\n${missing.join('\n')}\n${hint}`);
  }
  const authSecret = env.NEXTAUTH_SECRET ?? DEVELOPMENT_SECRET;
  const appUrl = (env.NEXT_PUBLIC_APP_URL ?? env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`).replace(
    /\/$/,
    '',
  );
  return {
    nodeEnv: env.NODE_ENV,
    production,
    databaseUrl,
    redisUrl,
    host: env.HOST,
    port: env.PORT,
    workerPort: env.WORKER_PORT,
    /** How many proxies of ours stand in front of the web, each adding to X-Forwarded-For. */
    trustedProxies: env.TRUSTED_PROXIES,
    appUrl,
    authSecret,
    google:
      env.AUTH_GOOGLE_ID && env.AUTH_GOOGLE_SECRET
        ? {
            id: env.AUTH_GOOGLE_ID,
            secret: env.AUTH_GOOGLE_SECRET,
            issuer: env.AUTH_GOOGLE_ISSUER.replace(/\/$/, ''),
          }
        : null,
    /** How mail of our own goes out (verification, password reset, invitations); without `smtpUrl` none does. */
    mail: {
      smtpUrl: env.SMTP_URL ?? null,
      from: env.MAIL_FROM ?? `NexusFlow <no-reply@${new URL(appUrl).hostname}>`,
    },
    /** How our own processes reach the web process: the port it listens on, on this machine unless INTERNAL_URL says otherwise. */
    internalUrl: (env.INTERNAL_URL ?? `http://127.0.0.1:${env.PORT}`).replace(/\/$/, ''),
    /** Where vendors send delivery receipts. */
    callbackUrl: env.CALLBACK_URL ?? `${appUrl}/api/webhooks/delivery-receipts`,
    /** Standard Webhooks secret of the receipts: given, or derived so that one secret is enough to run. */
    webhookSecret:
      env.VENDOR_WEBHOOK_SECRET ??
      `whsec_${createHmac('sha256', authSecret).update('nexusflow:delivery-receipts').digest('base64')}`,
    /** Host names (with port if any) the vendor simulator may call back, besides the application's own. */
    callbackHosts: listOf(env.VENDOR_CALLBACK_HOSTS),
    /** Host names (with port if any) on private networks that vendors may be reached at. */
    privateHosts: listOf(env.VENDOR_PRIVATE_HOSTS),
    /** Name servers asked for hosts that people type in; none: the system's own way to find them. */
    dnsServers: listOf(env.OUTBOUND_DNS),
    /** Encrypts what vendors entrust to us: given, or derived so that one secret is enough to run. */
    encryptionKey: env.ENCRYPTION_KEY
      ? Buffer.from(env.ENCRYPTION_KEY, 'base64')
      : Buffer.from(hkdfSync('sha256', authSecret, '', 'nexusflow:secrets', 32)),
    groq: env.GROQ_API_KEY
      ? {
          apiKey: env.GROQ_API_KEY,
          baseUrl: env.GROQ_BASE_URL,
          model: env.GROQ_MODEL,
          /** For one question with everything it takes: tries again, the wait before them, a round of repair. */
          timeoutMs: env.GROQ_TIMEOUT_MS,
        }
      : null,
    /** US dollars per million tokens, each null when it is not set. */
    groqPrices: { input: env.GROQ_PRICE_INPUT ?? null, output: env.GROQ_PRICE_OUTPUT ?? null },
    /** The addresses of those who look after the server; empty: whoever administers a workspace does. */
    operators: listOf(env.OPERATORS),
    /** Who may make an account: anybody, those with an invitation, or nobody. */
    signUp: env.SIGN_UP,
    uploadMaxBytes: env.UPLOAD_MAX_MB * 1_048_576,
    /** How long a sent message waits for its receipt before the campaign is completed without it. */
    receiptTimeoutMs: env.RECEIPT_TIMEOUT_MINUTES * 60_000,
    workerConcurrency: env.WORKER_CONCURRENCY,
    logLevel: env.LOG_LEVEL,
  };
}

/** Redis named by host, port and password, or by Upstash's REST pair (the same server answers TLS Redis on 6379). */
function redisUrlFromParts(env: z.infer<typeof envSchema>): string | undefined {
  if (env.REDIS_HOST) {
    const password = env.REDIS_PASSWORD ? `:${encodeURIComponent(env.REDIS_PASSWORD)}@` : '';
    return `redis://${password}${env.REDIS_HOST}:${env.REDIS_PORT}`;
  }
  if (env.UPSTASH_REDIS_REST_URL && env.UPSTASH_REDIS_REST_TOKEN) {
    const host = new URL(env.UPSTASH_REDIS_REST_URL).hostname;
    return `rediss://default:${encodeURIComponent(env.UPSTASH_REDIS_REST_TOKEN)}@${host}:6379`;
  }
  return undefined;
}

let cached: ReturnType<typeof readEnv> | undefined;

/** The process's settings, read once on first use (a build must be possible without them). */
export function getEnv(): ReturnType<typeof readEnv> {
  if (!cached) {
    if (existsSync('.env')) process.loadEnvFile('.env');
    cached = readEnv(process.env);
  }
  return cached;
}

/** The settings for a process that cannot do without: what is wrong or missing is said plainly, and it ends. */
export function settingsOrExit(): ReturnType<typeof readEnv> {
  try {
    return getEnv();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
